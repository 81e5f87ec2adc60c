"""What a site says is on it: feeds and sitemaps. Bytes → values; the web is not asked."""
