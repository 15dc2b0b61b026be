"""A store of files as others run it: a server of its own, in memory, with one bucket."""

import logging
from contextlib import contextmanager
from urllib.request import Request, urlopen

import boto3
from moto.server import ThreadedMotoServer

from quartier.settings.storing import BUCKET
from quartier.storing import bucket

KEYS = {"access_key": "house", "secret_key": "not so secret", "region": "eu-central-1"}


def into(endpoint, name="house"):
    """What settings.S3 says of it."""
    return {"name": name, "endpoint": endpoint, **KEYS}


def make_bucket(endpoint, name="house"):
    """An empty one, in an empty store: all servers of a process remember the same files."""
    urlopen(Request(f"{endpoint}/moto-api/reset", method="POST")).close()
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=KEYS["region"],
        aws_access_key_id=KEYS["access_key"],
        aws_secret_access_key=KEYS["secret_key"],
    )
    place = {"LocationConstraint": KEYS["region"]}
    client.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    return client


@contextmanager
def running(port=0):
    """The server, until it is stopped; its address."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer("127.0.0.1", port, verbose=False)
    server.start()
    try:
        yield f"http://127.0.0.1:{server.get_host_and_port()[1]}"
    finally:
        server.stop()


def move_in(settings, endpoint, name="house"):
    """Let the house keep its files there."""
    settings.S3 = into(endpoint, name)
    settings.STORAGES = {**settings.STORAGES, **BUCKET}


@contextmanager
def counted():
    """What is asked of the store, as (operation, range)."""
    asked = []
    events = bucket.Bucket("media")._store.meta.events

    def note(model, params, **_more):
        asked.append((model.name, params["headers"].get("Range")))

    events.register("before-call.s3", note)
    try:
        yield asked
    finally:
        events.unregister("before-call.s3", note)
