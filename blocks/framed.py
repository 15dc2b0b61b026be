"""What another site shows inside ours, once the reader has asked for it."""

from urllib.parse import urlsplit


def allow_frame(context, address):
    """Let the page's Content-Security-Policy know whose frame may be opened on it."""
    request = (context or {}).get("request")
    if request is not None:
        parts = urlsplit(address)
        request.frame_hosts = {*getattr(request, "frame_hosts", ()), f"{parts.scheme}://{parts.netloc}"}
