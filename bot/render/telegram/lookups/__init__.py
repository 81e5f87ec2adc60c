"""What commands beside `/ask` say, a file each, as `Report`s."""
