import pytest

from quartier.demo.notation.files import read


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("01234", "01234"),
        ("18:00", "18:00"),
        ("2026-12-24", "2026-12-24"),
        ("52.48720", "52.48720"),
        ("nein", "nein"),
        ("no", "no"),
        ("12", 12),
        ("true", True),
        ("", None),
    ],
)
def test_a_value_is_read_as_it_is_written(tmp_path, written, read_as):
    file = tmp_path / "one.yaml"
    file.write_text(f"value: {written}\n")

    assert read(file) == {"value": read_as}
