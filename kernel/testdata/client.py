"""A dialogue of jupyter_client with the scripted kernel of the tests.

    client.py CONNECTION_FILE

Every message is checked against the schemas of jupyter_kernel_test. Exits with a
traceback when something is not as it should be.
"""
import sys

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_kernel_test.msgspec_v5 import validate_message

PATIENCE = 60

client = BlockingKernelClient(connection_file=sys.argv[1])
client.load_connection_file()
client.start_channels()

welcome = client.get_iopub_msg(timeout=PATIENCE)
assert welcome["msg_type"] == "iopub_welcome", welcome
assert welcome["content"]["subscription"] == "", welcome
assert welcome["parent_header"] == {}, welcome
client.wait_for_ready(timeout=PATIENCE)


def reply_to(msg_id, kind, channel=client.get_shell_msg):
    while True:
        reply = channel(timeout=PATIENCE)
        if reply["parent_header"].get("msg_id") == msg_id:
            validate_message(reply, kind, msg_id)
            return reply["content"]


def run(code, **options):
    """Run a cell; return its reply and its messages on iopub."""
    shown = []

    def show(msg):
        validate_message(msg)
        shown.append(msg)

    reply = client.execute_interactive(code, timeout=PATIENCE, output_hook=show, **options)
    validate_message(reply, "execute_reply")
    return reply, shown


def kinds(shown):
    return [m["msg_type"] for m in shown if m["msg_type"] != "status"]


reply, shown = run('out hi\nerr oh\nshow application/json {"n": [1]}\nclear\nvalue 2')
assert reply["content"]["status"] == "ok", reply
assert reply["content"]["execution_count"] == 1, reply
assert reply["metadata"]["started"], reply
assert kinds(shown) == ["execute_input", "stream", "stream", "display_data", "clear_output", "execute_result"], shown
assert shown[-2]["content"]["data"] == {"text/plain": "2"}, shown

reply, shown = run("fail Panic")
assert reply["content"]["ename"] == "Panic", reply
assert kinds(shown) == ["execute_input", "error"], shown

reply, shown = run("ask name?", allow_stdin=True, stdin_hook=lambda msg: client.input("Ada"))
assert shown[-2]["content"] == {"name": "stdout", "text": "Ada\n"}, shown

info = reply_to(client.kernel_info(), "kernel_info_reply")
assert info["implementation"] == "gopost", info
complete = reply_to(client.complete("ä世x", 2), "complete_reply")
assert (complete["cursor_start"], complete["cursor_end"]) == (1, 2), complete
inspected = reply_to(client.inspect("世界", 1), "inspect_reply")
assert inspected["data"] == {"text/plain": "世 0"}, inspected
assert reply_to(client.is_complete("if x {"), "is_complete_reply")["status"] == "incomplete"
history = reply_to(client.history(hist_access_type="search", pattern="fail*", raw=True), "history_reply")
assert history["history"] == [[1, 2, "fail Panic"]], history
assert reply_to(client.comm_info(), "comm_info_reply")["comms"] == {}

waiting = client.execute("wait for ever")
while client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "execute_input":
    pass
msg = client.session.msg("interrupt_request", {})
client.control_channel.send(msg)
reply_to(msg["header"]["msg_id"], "interrupt_reply", client.get_control_msg)
while (reply := client.get_shell_msg(timeout=PATIENCE))["parent_header"]["msg_id"] != waiting:
    pass
assert reply["content"]["ename"] == "Interrupted", reply

client.hb_channel.unpause()
assert client.hb_channel.is_beating()

msg_id = client.shutdown()
assert reply_to(msg_id, "shutdown_reply", client.get_control_msg)["status"] == "ok"
client.stop_channels()
