"""How people come in to work on the website, and stay in: password, second factor, sessions, and who did what."""
