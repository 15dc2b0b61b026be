"""The mailbox of the demo: mail goes into a folder in place of the world, and is read in the admin."""
