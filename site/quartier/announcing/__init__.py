"""What connects announcements with the rest of the house: the calendar, and the desk in a hurry."""
