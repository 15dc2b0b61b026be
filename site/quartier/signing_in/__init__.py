"""How people come in to work on the website, and stay in: password, second key, sessions, who did what."""
