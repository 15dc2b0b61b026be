"""Everything an editor can add to the page tree or pick in a chooser: one package per feature."""
