"""Where pictures, documents and what residents send are kept: in folders of DATA_DIR, or in a bucket (S3)."""

from quartier.settings import wanted

FOLDERS = {
    "default": {"BACKEND": "pages.whole.WholeFiles"},
    "private": {"BACKEND": "pages.enquiries.storing.PrivateFolder"},
}
BUCKET = {
    "default": {"BACKEND": "quartier.storing.bucket.Bucket", "OPTIONS": {"folder": "media"}},
    "private": {"BACKEND": "quartier.storing.bucket.Bucket", "OPTIONS": {"folder": "private"}},
}


def bucket(env):
    """The bucket that the environment names, and how to get in; its name is empty where there is none."""
    is_store = wanted.address("https", "http", like="https://fsn1.objects.example")
    named = {
        "name": env.str("S3_BUCKET", ""),
        "endpoint": env.str("S3_ENDPOINT", "", validate=is_store),
        "access_key": env.str("S3_ACCESS_KEY", ""),
        "secret_key": env.str("S3_SECRET_KEY", ""),
        "region": env.str("S3_REGION", ""),
    }
    if named["name"]:
        wanted.needs("S3_BUCKET", S3_ACCESS_KEY=named["access_key"], S3_SECRET_KEY=named["secret_key"])
    return named


def storages(s3):
    """The named storages of the house: what has a door of its own, and what residents send."""
    return BUCKET if s3["name"] else FOLDERS
