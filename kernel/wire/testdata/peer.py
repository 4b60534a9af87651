"""A libzmq peer for the tests of package wire: peer.py SCENARIO ENDPOINT.

Each scenario is a function; an assertion that fails ends the process with 1.
"""

import sys

import zmq
from zmq.utils.monitor import recv_monitor_message

PATIENCE = 60_000  # milliseconds
context = zmq.Context()


def connect(kind, endpoint, **options):
    socket = context.socket(kind)
    socket.linger = 0
    socket.rcvtimeo = socket.sndtimeo = PATIENCE
    socket.rcvhwm = 0
    for name, value in options.items():
        setattr(socket, name, value)
    socket.connect(endpoint)
    return socket


def router(endpoint):
    """Frames of every size, in both directions."""
    dealer = connect(zmq.DEALER, endpoint, identity=b"py")
    for size in [0, 1, 255, 256, 8191, 8192, 65536, 3_000_000]:
        message = [b"", b"x" * size, b"end"]
        dealer.send_multipart(message)
        assert dealer.recv_multipart() == message, size
    many = [str(n).encode() for n in range(1000)]
    dealer.send_multipart(many)
    assert dealer.recv_multipart() == many


def takeover(endpoint):
    """A second connection with the same identity gets the replies."""
    # The first must not come back and take over in turn.
    first = connect(zmq.DEALER, endpoint, identity=b"same", reconnect_ivl=-1)
    first.send(b"1")
    assert first.recv() == b"1"
    second = connect(zmq.DEALER, endpoint, identity=b"same")
    second.send(b"2")
    assert second.recv() == b"2"


def heartbeat(endpoint):
    """REQ, as Jupyter's heartbeat channel."""
    req = connect(zmq.REQ, endpoint)
    for n in range(10):
        req.send(b"ping %d" % n)
        assert req.recv() == b"ping %d" % n


def heartbeat_ivl(endpoint):
    """ZMQ_HEARTBEAT_IVL: an idle connection that is pinged stays up."""
    dealer = connect(zmq.DEALER, endpoint, heartbeat_ivl=100, heartbeat_timeout=2000)
    dealer.send(b"before")
    assert dealer.recv() == b"before"
    monitor = dealer.get_monitor_socket(zmq.EVENT_DISCONNECTED)
    # Without PONGs libzmq gives the connection up within this time.
    if monitor.poll(4000):
        raise AssertionError(recv_monitor_message(monitor))
    dealer.send(b"after")
    assert dealer.recv() == b"after"


def subscriber(endpoint):
    """The welcome comes first, then every message, to the last."""
    sub = connect(zmq.SUB, endpoint)
    sub.subscribe(b"")
    assert sub.recv_multipart() == [b"", b"welcome"]
    print("subscribed", flush=True)
    n = 0
    while (message := sub.recv_multipart()) != [b"status", b"idle"]:
        assert message == [b"stream", b"%d" % n], (n, message)
        n += 1
    assert n == 20_000, n


def topics(endpoint):
    """Subscriptions to topics, and their end."""
    sub = connect(zmq.XSUB, endpoint)
    for topic in [b"a", b"b"]:
        sub.send(b"\x01" + topic)
        assert sub.recv_multipart() == [topic, b"welcome"]
    sub.send(b"\x00a")
    print("subscribed", flush=True)
    # A message on a may still come, while the end of a is on its way.
    while (message := sub.recv_multipart())[0] == b"a":
        pass
    assert message == [b"b", b"1"], message


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2])
