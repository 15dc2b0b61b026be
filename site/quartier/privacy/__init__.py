"""What this website really does with what it learns of people, found in settings and database."""
