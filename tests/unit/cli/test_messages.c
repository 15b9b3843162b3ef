#include "cli/messages.h"

#include "audio/files/sink.h"
#include "bus/turn.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/output.h"
#include "document/document.h"
#include "radio/bulletin/running_order.h"

#include <fcntl.h>
#include <unistd.h>

static void
assert_status(GQuark domain, int code, int status)
{
	g_autoptr(GError) error = g_error_new_literal(domain, code, "why");
	g_assert_cmpint(oq_messages_status(error), ==, status);
}

static void
test_status(void)
{
	assert_status(OQ_USAGE_ERROR, OQ_USAGE_ERROR_WRONG, 2);
	assert_status(OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING, 2);
	assert_status(OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_ENCODING + 1, 3);
	assert_status(OQ_INPUTS_ERROR, OQ_INPUTS_ERROR_NOTHING, 3);
	assert_status(OQ_OUTPUT_ERROR, OQ_OUTPUT_ERROR_FAILED, 1);
	assert_status(G_FILE_ERROR, G_FILE_ERROR_NOSPC, 1);
	assert_status(OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_LINE, 1);
	assert_status(OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_TEXT, 3);
	assert_status(OQ_RUNNING_ORDER_ERROR, OQ_RUNNING_ORDER_ERROR_FILE, 3);
	assert_status(OQ_TURN_ERROR, OQ_TURN_ERROR_TAKEN, 1);
	assert_status(OQ_TURN_ERROR, OQ_TURN_ERROR_ASKED, 130);
}

/* What is written to standard error while a text is said. */
static void
assert_said(const char *text, const char *expected)
{
	char said[256] = "";
	int ends[2], before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	g_assert_cmpint(pipe(ends), ==, 0);
	g_assert_cmpint(dup2(ends[1], STDERR_FILENO), ==, STDERR_FILENO);
	oq_messages_say(text);
	dup2(before, STDERR_FILENO);
	close(before);
	close(ends[1]);
	g_assert_cmpint(read(ends[0], said, sizeof said - 1), >, 0);
	close(ends[0]);
	g_assert_cmpstr(said, ==, expected);
}

static void
test_say(void)
{
	assert_said("қате", "oqyrman: қате\n");
	assert_said("", "oqyrman: \n");
	assert_said("100 % %s", "oqyrman: 100 % %s\n");
}

/* A file may be called anything; it stays one line and does not steer the terminal. */
static void
test_say_is_one_harmless_line(void)
{
	assert_said("one\nline", "oqyrman: one?line\n");
	assert_said("\x1B[31mred\x07", "oqyrman: ?[31mred?\n");
	assert_said("\xC2\x9B"
		    "2J",
		"oqyrman: ?2J\n");
	assert_said("byte \xD0 alone", "oqyrman: byte \uFFFD alone\n");
	assert_said("txt.\u202Egnp", "oqyrman: txt.?gnp\n");
	assert_said("\u2066a\u2069\u200F\u061C", "oqyrman: ?a???\n");
	assert_said("a\u2028b\u2029c", "oqyrman: a?b?c\n");
}

int
main(int n_arguments, char **arguments)
{
	g_test_init(&n_arguments, &arguments, NULL);
	g_test_add_func("/messages/status", test_status);
	g_test_add_func("/messages/say", test_say);
	g_test_add_func("/messages/say-is-one-harmless-line", test_say_is_one_harmless_line);
	return g_test_run();
}
