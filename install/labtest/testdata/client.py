"""What gopost promises to every program that is built on jupyter_client."""
import os
import queue
import signal
import time
import unittest
import unittest.mock

from jupyter_client.manager import KernelManager
from jupyter_kernel_test.msgspec_v5 import validate_message

PATIENCE = 60


class Kernel(unittest.TestCase):
    """Each test has a kernel of its own."""

    def setUp(self):
        self.manager = KernelManager(kernel_name="gopost")
        self.manager.start_kernel()
        self.addCleanup(self.end)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def run_cell(self, code, **options):
        """Run a cell; return its reply's content and its messages on iopub."""
        shown = []
        reply = self.client.execute_interactive(code, timeout=PATIENCE, output_hook=shown.append, **options)
        validate_message(reply, "execute_reply")
        for msg in shown:
            validate_message(msg)
        self.assertEqual([m["content"]["execution_state"] for m in shown if m["msg_type"] == "status"], ["busy", "idle"])
        return reply["content"], [m for m in shown if m["msg_type"] not in ("status", "execute_input")]

    def result(self, code):
        """Run a cell that is nothing but its value; return that."""
        reply, shown = self.run_cell(code)
        self.assertEqual(reply["status"], "ok", reply)
        self.assertEqual([m["msg_type"] for m in shown], ["execute_result"], shown)
        return shown[0]["content"]["data"]["text/plain"]

    def reply_to(self, msg_id, kind, channel="shell"):
        get = getattr(self.client, f"get_{channel}_msg")
        while True:
            reply = get(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == msg_id:
                # The suite's schemas know "abort", which no kernel says any more.
                if reply["content"]["status"] != "aborted":
                    validate_message(reply, kind, msg_id)
                return reply["content"]

    def iopub(self, msg_id, kind):
        while True:
            msg = self.client.get_iopub_msg(timeout=PATIENCE)
            if msg["msg_type"] == kind and msg["parent_header"].get("msg_id") == msg_id:
                return msg["content"]


def printed(shown, name="stdout"):
    return "".join(m["content"]["text"] for m in shown if m["msg_type"] == "stream" and m["content"]["name"] == name)


class Output(Kernel):
    def test_streams(self):
        _, shown = self.run_cell('fmt.Println("hi")\nfmt.Fprintln(os.Stderr, "oh")\nprintln("builtin")')
        self.assertEqual(printed(shown), "hi\n")
        self.assertEqual(printed(shown, "stderr"), "oh\nbuiltin\n")

    def test_nothing_of_much_is_lost(self):
        _, shown = self.run_cell("for i := range 50000 {\n\tfmt.Println(i)\n}")
        self.assertEqual(printed(shown), "".join(f"{i}\n" for i in range(50000)))

    def test_results(self):
        self.assertEqual(self.result("1 + 1"), "2")
        self.assertEqual(self.result('strings.ToUpper("go")'), 'GO')
        for quiet in ("x := 1", 'fmt.Print("")', "func f() {}", "f()", "x = 2", "_ = x"):
            self.assertEqual(self.run_cell(quiet), ({
                "status": "ok", "execution_count": unittest.mock.ANY, "user_expressions": {}, "payload": []}, []), quiet)

    def test_several_values(self):
        self.run_cell('tx, rx := mpsc.Channel[string]()\ntx.Send("letter")')
        self.assertIn("letter", self.result("rx.TryRecv()"))
        self.assertIn("receiving on an empty channel", self.result("rx.TryRecv()"))

    def test_display_is_updated(self):
        _, shown = self.run_cell('h := display.Show(display.HTML("<b>a</b>"))\nh.Update(display.HTML("<b>b</b>"))\ndisplay.Clear(true)')
        self.assertEqual([m["msg_type"] for m in shown], ["display_data", "update_display_data", "clear_output"])
        first, second = (m["content"] for m in shown[:2])
        self.assertEqual(first["data"]["text/html"], "<b>a</b>")
        self.assertEqual(second["data"]["text/html"], "<b>b</b>")
        self.assertTrue(first["transient"]["display_id"])
        self.assertEqual(first["transient"], second["transient"])
        self.assertTrue(shown[2]["content"]["wait"])

    def test_late_output_belongs_to_its_cell(self):
        self.run_cell("gate := make(chan bool)")
        early = self.client.execute('go func() {\n\t<-gate\n\tfmt.Println("late")\n}()')
        self.reply_to(early, "execute_reply")
        later = self.client.execute("close(gate)")
        self.assertEqual(self.iopub(early, "stream"), {"name": "stdout", "text": "late\n"})
        self.reply_to(later, "execute_reply")


class Errors(Kernel):
    def fails(self, code, name, value):
        reply, shown = self.run_cell(code)
        self.assertEqual((reply["status"], reply["ename"]), ("error", name), reply)
        self.assertIn(value, reply["evalue"])
        error = shown[-1]
        self.assertEqual(error["msg_type"], "error")
        self.assertEqual({k: reply[k] for k in ("ename", "evalue", "traceback")}, error["content"])
        return "\n".join(reply["traceback"])

    def test_compile_error(self):
        self.assertIn("In[1]:2:5: undefined: y", self.fails("var x int\nx = y", "CompileError", "undefined: y"))

    def test_panic_keeps_the_state(self):
        self.run_cell("x := 41")
        self.assertIn("In[2]:2", self.fails('x++\npanic("ouch")', "Panic", "ouch"))
        self.fails("var p *int\n*p = 1", "Panic", "nil pointer dereference")
        self.assertEqual(self.result("x"), "42")

    def test_panic_in_a_goroutine(self):
        self.run_cell("x := 41")
        self.fails('done := make(chan bool)\ngo func() {\n\tdefer close(done)\n\tpanic("there")\n}()\n<-done\nfor {\n}', "Panic", "there")
        self.assertEqual(self.result("x + 1"), "42")

    def test_use_after_send(self):
        self.run_cell('tx, rx := mpsc.Channel[string]()\ns := "letter"\ntx.Send(s)')
        self.assertIn("error[E0382]", self.fails("fmt.Println(s)", "OwnershipError", "use of moved value: `s`"))

    def test_an_error_aborts_what_is_queued(self):
        first = self.client.execute('time.Sleep(300 * time.Millisecond)\npanic("ouch")')
        second = self.client.execute("1 + 1")
        self.assertEqual(self.reply_to(first, "execute_reply")["status"], "error")
        self.assertEqual(self.reply_to(second, "execute_reply")["status"], "aborted")
        self.assertEqual(self.result("1 + 1"), "2")

    def test_os_exit_ends_only_the_worker(self):
        self.run_cell("x := 41\nfunc g() int { return 7 }")
        reply, _ = self.run_cell("os.Exit(3)")
        self.assertEqual((reply["status"], reply["ename"]), ("error", "WorkerLost"), reply)
        self.assertEqual(self.result("g()"), "7")


class Input(Kernel):
    def answer(self, code, *answers):
        prompts, left = [], list(answers)

        def hook(msg):
            prompts.append((msg["content"]["prompt"], msg["content"]["password"]))
            self.client.input(left.pop(0))

        reply, shown = self.run_cell(code, allow_stdin=True, stdin_hook=hook)
        self.assertEqual(reply["status"], "ok", reply)
        self.assertEqual(left, [])
        return printed(shown), prompts

    def test_scanln(self):
        text, prompts = self.answer('var name string\nfmt.Print("Name? ")\nfmt.Scanln(&name)\nfmt.Println("Hello,", name)', "Ada")
        self.assertTrue(text.endswith("Hello, Ada\n"), text)
        self.assertEqual(len(prompts), 1)

    def test_bufio(self):
        text, _ = self.answer("lines := bufio.NewScanner(os.Stdin)\nfor range 2 {\n\tlines.Scan()\n\tfmt.Println(len(lines.Text()))\n}", "a b c", "世界")
        self.assertEqual(text, "5\n6\n")

    def test_nobody_to_ask(self):
        reply, shown = self.run_cell('var s string\n_, err := fmt.Scanln(&s)\nfmt.Println(err != nil)', allow_stdin=False)
        self.assertEqual((reply["status"], printed(shown)), ("ok", "true\n"))


class Interrupt(Kernel):
    CELLS = {
        "a loop": "for {\n}",
        "a receive": "tx, rx := mpsc.Channel[int]()\nrx.Recv()",
        "a native channel": "<-make(chan int)",
        "a sleep": "time.Sleep(time.Hour)",
        "a lock": "var mu sync.Mutex\nmu.Lock()\nmu.Lock()",
        "a wait": "var wg sync.WaitGroup\nwg.Add(1)\nwg.Wait()",
    }

    def interrupts(self, how):
        self.run_cell("x := 41")
        for name, code in self.CELLS.items():
            with self.subTest(name):
                # What else runs in the cell keeps it from being a deadlock.
                msg_id = self.client.execute('go func() {\n\tfor {\n\t\ttime.Sleep(time.Second)\n\t}\n}()\nfmt.Println("now")\n' + code)
                self.iopub(msg_id, "stream")
                how()
                reply = self.reply_to(msg_id, "execute_reply")
                self.assertEqual((reply["status"], reply.get("ename")), ("error", "Interrupted"), reply)
                self.assertEqual(self.result("x + 1"), "42")

    def test_message(self):
        self.interrupts(self.manager.interrupt_kernel)

    def test_signal(self):
        self.interrupts(lambda: os.kill(self.manager.provisioner.pid, signal.SIGINT))

    def test_at_rest(self):
        self.run_cell("x := 41")
        interrupt = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(interrupt)
        self.reply_to(interrupt["header"]["msg_id"], "interrupt_reply", "control")
        self.assertEqual(self.result("x + 1"), "42")


class Assistance(Kernel):
    def test_complete_and_inspect_while_a_cell_runs(self):
        self.run_cell("letters := []string{}")
        busy = self.client.execute('fmt.Println("now")\nfor {\n}')
        self.iopub(busy, "stream")
        info = self.client.session.msg("kernel_info_request", {})
        self.client.control_channel.send(info)
        self.assertEqual(self.reply_to(info["header"]["msg_id"], "kernel_info_reply", "control")["implementation"], "gopost")
        self.manager.interrupt_kernel()
        self.reply_to(busy, "execute_reply")
        found = self.reply_to(self.client.complete("lett"), "complete_reply")
        self.assertEqual((found["matches"], found["cursor_start"], found["cursor_end"]), (["letters"], 0, 4))
        found = self.reply_to(self.client.inspect("letters"), "inspect_reply")
        self.assertIn("[]string", found["data"]["text/plain"])

    def test_question_mark(self):
        reply, shown = self.run_cell("strings.EqualFold?")
        self.assertEqual(shown, [])
        self.assertIn("func strings.EqualFold(s string, t string) bool", reply["payload"][0]["data"]["text/plain"])
        reply, shown = self.run_cell("nowhere?")
        self.assertEqual((printed(shown), reply["payload"]), ("Nothing is known of nowhere.\n", []))

    def test_history(self):
        for code in ("first := 1", "second := 2", "first + second"):
            self.run_cell(code)
        self.run_cell("hidden := 1", store_history=False)

        def history(**request):
            reply = self.reply_to(self.client.history(raw=True, output=False, **request), "history_reply")
            return [tuple(entry) for entry in reply["history"]]

        self.assertEqual([code for _, _, code in history(hist_access_type="tail", n=2)], ["second := 2", "first + second"])
        self.assertEqual([(n, code) for _, n, code in history(hist_access_type="range", session=0, start=1, stop=3)],
                         [(1, "first := 1"), (2, "second := 2")])
        self.assertIn("first + second", [code for _, _, code in history(hist_access_type="search", pattern="first*", n=10)])

    def test_silent_and_user_expressions(self):
        _, shown = self.run_cell("1 + 1", silent=True)
        self.assertEqual(shown, [])
        reply, _ = self.run_cell("x := 20", user_expressions={"twice": "2 * x", "bad": "nope"})
        self.assertEqual(reply["user_expressions"]["twice"]["data"]["text/plain"], "40")
        self.assertEqual(reply["user_expressions"]["bad"]["status"], "error")


class Life(Kernel):
    def test_restart(self):
        self.run_cell("x := 41")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=PATIENCE)
        reply, _ = self.run_cell("x")
        self.assertEqual((reply["execution_count"], reply["evalue"]), (1, "In[1]:1:1: undefined: x"))

    def test_welcome(self):
        second = self.manager.client()
        second.start_channels(shell=False, stdin=False, hb=False, control=False)
        self.addCleanup(second.stop_channels)
        welcome = second.get_iopub_msg(timeout=PATIENCE)
        self.assertEqual((welcome["msg_type"], welcome["content"]), ("iopub_welcome", {"subscription": ""}))
        with self.assertRaises(queue.Empty):
            self.client.get_iopub_msg(timeout=0.2)

    def test_shutdown_ends_every_process(self):
        self.run_cell("go func() {\n\tfor {\n\t}\n}()")
        worker = int(self.result("os.Getpid()"))
        self.assertNotEqual(worker, self.manager.provisioner.pid)
        self.reply_to(self.client.shutdown(), "shutdown_reply", "control")
        end = time.monotonic() + PATIENCE
        while self.manager.is_alive():
            self.assertLess(time.monotonic(), end, "the kernel does not end")
            time.sleep(0.02)
        with self.assertRaises(ProcessLookupError):
            os.kill(worker, 0)
