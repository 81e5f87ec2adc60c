"""English words for those who keep an archive: its origins, versions and measures."""
