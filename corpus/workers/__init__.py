"""Reading what others wrote in processes of their own, which may hang or die."""
