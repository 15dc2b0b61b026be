"""Files in a bucket of any S3-compatible store, which nobody but the site may look into.

Not the storage of django-storages: that one takes a whole film into memory to hand out a part of it, logs in
anew for each thread, and names addresses that lead past our doors.
"""

import mimetypes
import posixpath
import threading
import time
from contextlib import contextmanager
from functools import cache

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import Storage
from django.utils.deconstruct import deconstructible
from django.utils.encoding import filepath_to_uri

from quartier.storing.remote import Remote, RemoteFile

PATIENCE = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"total_max_attempts": 2, "mode": "standard"},
    max_pool_connections=20,
    signature_version="s3v4",
    # Sums that only one maker of stores knows are refused by others.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
SILENCE = 5
"""Seconds for which a store that did not answer is not asked again: else every picture would wait for it."""

ATTEMPTS = 5
TAKEN = {"PreconditionFailed", "ConditionalRequestConflict"}
making = threading.Lock()


class StoreGoneError(ConnectionError):
    """The store does not answer, or refuses: nothing is known of the file."""

    gone = "storage"
    """As `pages.outage` calls it."""


@cache
def _client(endpoint, region, access_key, secret_key):
    """One for all threads: it may be shared, and costs half a second."""
    style = "path" if endpoint else "auto"
    return boto3.session.Session().client(
        "s3",
        endpoint_url=endpoint or None,
        region_name=region or ("auto" if endpoint else None),
        aws_access_key_id=access_key,
        aws_secret_access_key=secret_key,
        config=PATIENCE.merge(Config(s3={"addressing_style": style})),
    )


@deconstructible
class Bucket(Storage):
    """A folder of the bucket. Nothing is overwritten; the addresses are those of our own doors."""

    def __init__(self, folder):
        self.folder = folder
        self._asked_again_at = 0.0

    @property
    def _store(self):
        named = settings.S3
        with making:
            return _client(named["endpoint"], named["region"], named["access_key"], named["secret_key"])

    def url(self, name):
        return settings.MEDIA_URL + filepath_to_uri(name)

    def exists(self, name):
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name):
        return self._head(name)["ContentLength"]

    def get_modified_time(self, name):
        return self._head(name)["LastModified"]

    def delete(self, name):
        with self._asked():
            self._store.delete_object(**self._place(name))

    def listdir(self, path):
        top = posixpath.join(self.folder, path, "")
        folders, files = [], []
        with self._asked():
            pages = self._store.get_paginator("list_objects_v2").paginate(
                Bucket=settings.S3["name"], Delimiter="/", Prefix=top
            )
            for page in pages:
                folders += [each["Prefix"][len(top) : -1] for each in page.get("CommonPrefixes", ())]
                files += [each["Key"][len(top) :] for each in page.get("Contents", ()) if each["Key"] != top]
        return folders, files

    def _open(self, name, mode="rb"):
        if mode not in ("r", "rb"):
            raise ValueError("A file in a bucket is saved as a whole.")
        place = self._place(name)
        return RemoteFile(name, lambda: Remote(self._store, place["Bucket"], place["Key"], self._asked))

    def _save(self, name, content):
        """Two people may send files of the same name at the same moment: the store decides who was first."""
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        for _attempt in range(ATTEMPTS):
            content.seek(0)
            try:
                with self._asked():
                    self._put(name, Body=content, ContentType=kind)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name
        raise FileExistsError(name)

    def _put(self, name, **what):
        try:
            self._store.put_object(**self._place(name), **what, IfNoneMatch="*")
        except ClientError as error:
            if error.response["Error"]["Code"] != "NotImplemented":
                raise
            what["Body"].seek(0)
            self._store.put_object(**self._place(name), **what)

    def _head(self, name):
        with self._asked():
            return self._store.head_object(**self._place(name))

    def _place(self, name):
        key = posixpath.normpath(posixpath.join(self.folder, str(name).replace("\\", "/")))
        if not key.startswith(f"{self.folder}/"):
            raise SuspiciousFileOperation(f"“{name}” leads out of its folder.")
        return {"Bucket": settings.S3["name"], "Key": key}

    @contextmanager
    def _asked(self):
        """Faults in the words of Python. After one of the line, the store is left alone for a while."""
        if time.monotonic() < self._asked_again_at:
            raise StoreGoneError("The store did not answer a moment ago.")
        try:
            yield
        except ClientError as error:
            raise self._fault(error.response["Error"]["Code"], error) from error
        except BotoCoreError as error:
            self._asked_again_at = time.monotonic() + SILENCE
            raise StoreGoneError(f"The store does not answer ({type(error).__name__}).") from error

    def _fault(self, code, error):
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        if code in TAKEN:
            return FileExistsError(code)
        if status == 404 and code != "NoSuchBucket":
            return FileNotFoundError(code)
        if status >= 500:
            self._asked_again_at = time.monotonic() + SILENCE
        return StoreGoneError(f"The store refuses ({code}).")
