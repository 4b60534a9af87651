"""jupyter_kernel_test against gopost, with nothing skipped."""
import jupyter_kernel_test as jkt

jkt.TIMEOUT = 60


class Suite(jkt.KernelTests):
    kernel_name = "gopost"
    language_name = "go"
    file_extension = ".go"
    code_hello_world = 'fmt.Println("hello, world")'
    code_stderr = 'fmt.Fprintln(os.Stderr, "err")'
    completion_samples = [{"text": "strings.EqualF", "matches": ["EqualFold"]}]
    complete_code_samples = ["x := 1", 'fmt.Println("a")']
    incomplete_code_samples = ["func f() {", "if true {"]
    invalid_code_samples = [")("]
    code_generate_error = "undefinedName"
    code_execute_result = [{"code": "1+2", "result": "3"}, {"code": "6*7", "result": "42"}]
    code_display_data = [{"code": 'display.Show(display.HTML("<b>t</b>"))', "mime": "text/html"}]
    code_clear_output = "display.Clear(false)"
    code_page_something = "strings.EqualFold?"
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "strings.EqualFold"


class Welcome(jkt.IopubWelcomeTests):
    kernel_name = "gopost"
    support_iopub_welcome = True


# The base classes are no tests of this kernel.
def load_tests(loader, tests, pattern):
    return loader.suiteClass(loader.loadTestsFromTestCase(c) for c in (Suite, Welcome))
