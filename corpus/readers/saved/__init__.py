"""Pages and whole sites as browsers, wget and HTTrack save them."""
