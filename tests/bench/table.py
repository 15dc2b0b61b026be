"""Figures as a table that one reads in a terminal and pastes into a note."""


def show(title, heads, rows):
    """Print rows of words and numbers under their heads, as Markdown."""
    cells = [[*map(_said, row)] for row in [heads, *rows]]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heads))]
    print(f"\n{title}\n")
    for number, row in enumerate(cells):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if not number:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|", flush=True)


def _said(value):
    return f"{value:.3g}" if isinstance(value, float) else str(value)
