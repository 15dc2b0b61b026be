"""Where things happen: houses and the rooms in them, and how one gets in."""
