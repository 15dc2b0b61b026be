"""Measures the writing helper: `manage.py plainly --measure`."""

from django.core.management.base import BaseCommand, CommandError

from quartier.plainly.measuring import HELD_OUT, OTHERS, TUNING, found_in, sample, tally

PARTS = {TUNING: "Tuned on", HELD_OUT: "Held out", OTHERS: "Written by others"}


class Command(BaseCommand):
    """Prints precision and recall of each rule, on sentences that a person has labelled."""

    help = "Compares the rules of the writing helper with labelled sentences."

    def add_arguments(self, parser):
        parser.add_argument("--measure", action="store_true", help="print precision and recall per rule")
        parser.add_argument(
            "--misses", action="store_true", help="list the sentences of the tuning part that differ"
        )

    def handle(self, *args, measure, misses, **options):
        if not (measure or misses):
            raise CommandError("Please say --measure or --misses.")
        if misses:
            self._misses()
        if measure:
            for name, words in PARTS.items():
                self._table(words, list(sample(name)))

    def _misses(self):
        for each in sample(TUNING):
            found = found_in(each.part)
            if found != each.rules:
                wrong, missed = ",".join(sorted(found - each.rules)), ",".join(sorted(each.rules - found))
                self.stdout.write(f"wrong {wrong or '-'}\tmissed {missed or '-'}\t{each.part.text}")

    def _table(self, words, labelled):
        counts = tally(labelled)
        self.stdout.write(f"\n{words}: {len(labelled)} sentences")
        self.stdout.write("rule   right   wrong  missed  precision  recall")
        for rule in [*counts.rules, None]:
            numbers = [
                counter[rule] if rule else counter.total()
                for counter in (counts.right, counts.wrong, counts.missed)
            ]
            ratios = [counts.precision(rule), counts.recall(rule)]
            said = ["–" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
            counted = "  ".join(f"{number:>6}" for number in numbers)
            self.stdout.write(f"{rule or 'all':4}  {counted}  {said[0]:>9}  {said[1]:>6}")
