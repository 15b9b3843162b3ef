#include "document/opening/opener.h"

#include "nameless.h"

#include "base/processes/records.h"
#include "document/document.h"
#include "text/block.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static OqOpener *
open_text(const char *text, const char *extension)
{
	g_autoptr(GError) error = NULL;
	const OqOpenerWish wish = {
		.extension = extension, .max_wait_s = strcmp(extension, "silent") == 0};
	OqOpener *opener = oq_opener_new(nameless_new(text, strlen(text)), "файл", &wish, &error);
	g_assert_no_error(error);
	return opener;
}

static void
test_items(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOpener) opener = open_text("---\ntitle: А\n---\n# Бір\n\nЕкі.\n", "md");
	OqOpenerItem item;
	g_assert_true(oq_opener_is_installed());
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpint(item.head.type, ==, OQ_WIRE_TITLE);
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpint(item.head.kind, ==, 2);
	g_assert_cmpstr(item.text, ==, "Бір");
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpstr(item.text, ==, "Екі.");
	g_assert_false(oq_opener_next(opener, &item, NULL, &error));
	g_assert_false(oq_opener_next(opener, &item, NULL, &error));
	g_assert_no_error(error);
	oq_opener_free(NULL);
}

static void
assert_fault(const char *text, const char *extension, const char *what)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(OqOpener) opener = open_text(text, extension);
	OqOpenerItem item;
	while (oq_opener_next(opener, &item, NULL, &error))
		;
	g_assert_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_NOT_TEXT);
	g_assert_true(g_str_has_prefix(error->message, "файл: "));
	g_assert_nonnull(strstr(error->message, what));
}

static void
test_faults(void)
{
	assert_fault("сөз", "xyz", "no format");
	assert_fault("<FictionBook><body><p>Бір", "fb2", "could be read was read (XML");
	assert_fault("<FictionBook>", "fb2", "damaged and cannot");
}

/* Whoever waits is woken; it goes on afterwards. */
static void
test_stop(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	g_autoptr(OqOpener) opener = open_text("Бір.", "md");
	OqOpenerItem item;
	g_cancellable_cancel(stop);
	g_assert_false(oq_opener_next(opener, &item, stop, &error));
	g_assert_error(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error(&error);
	g_assert_true(oq_opener_next(opener, &item, NULL, &error));
	g_assert_cmpstr(item.text, ==, "Бір.");
}

/* ---- another oqyrman-open: a copy of this program, which lies ---- */

/* A record with one item. */
static void
tell(OqWireHead head, const char *text, gsize n_bytes)
{
	g_autoptr(GByteArray) record = g_byte_array_new();
	g_byte_array_append(record, (const guint8 *)&head, sizeof head);
	g_byte_array_append(record, (const guint8 *)text, (guint)n_bytes);
	g_assert_true(oq_records_write(STDOUT_FILENO, record->data, record->len));
}

static const struct {
	const char *name;
	OqWireHead head;
	const char *text;
} lies[] = {
	{"sound", {1, OQ_WIRE_BLOCK, OQ_BLOCK_NOTE, 0, OQ_N_LANGS, 0, {0}}, "a"},
	{"lines", {3, OQ_WIRE_BLOCK, OQ_BLOCK_LINES, 0, OQ_N_LANGS, 0, {0}}, "a\nb"},
	{"kind", {1, OQ_WIRE_BLOCK, OQ_BLOCK_NOTE + 1, 0, OQ_N_LANGS, 0, {0}}, "a"},
	{"lang", {1, OQ_WIRE_BLOCK, OQ_BLOCK_NOTE, 0, OQ_N_LANGS + 1, 0, {0}}, "a"},
	{"type", {1, OQ_WIRE_END + 1, 0, 0, 0, 0, {0}}, "a"},
	{"utf8", {1, OQ_WIRE_TITLE, 0, 0, 0, 0, {0}}, "\377"},
	{"nul", {2, OQ_WIRE_TITLE, 0, 0, 0, 0, {0}}, "a"},
	{"empty", {0, OQ_WIRE_BLOCK, OQ_BLOCK_NOTE, 0, OQ_N_LANGS, 0, {0}}, ""},
	{"line", {3, OQ_WIRE_BLOCK, OQ_BLOCK_PARAGRAPH, 0, OQ_N_LANGS, 0, {0}}, "a\nb"},
	{"share", {3, OQ_WIRE_SHARE, 0, 0, 0, 0, {0}}, "abc"},
};

static void
tell_more(const char *what)
{
	OqWireHead head = {1, OQ_WIRE_TITLE, 0, 0, 0, 0, {0}};
	g_autofree char *many = g_strnfill(3 * OQ_WIRE_MAX_BLOCK_BYTES, 'a');
	if (strcmp(what, "long") == 0) {
		head.n_bytes = (guint32)strlen(many);
		tell(head, many, strlen(many));
	} else if (strcmp(what, "short") == 0) {
		head.n_bytes = 4;
		tell(head, "abc", 3);
	} else if (strcmp(what, "tail") == 0) {
		tell(head, "abc", 3);
	} else if (strcmp(what, "fault") == 0) {
		const char *told = "a\033[2J\nb";
		head = (OqWireHead){
			(guint32)strlen(told), OQ_WIRE_FAULT, 0, OQ_OPEN_ERROR_FAILED, 0, 0, {0}};
		tell(head, told, strlen(told));
	}
}

/* Nothing that is read, and never an end of it. */
static void
tell_for_ever(void)
{
	guint32 share = 1;
	const OqWireHead head = {sizeof share, OQ_WIRE_SHARE, 0, 0, 0, 0, {0}};
	struct {
		OqWireHead head;
		guint32 share;
	} items[1000];
	for (guint i = 0; i < G_N_ELEMENTS(items); i++) {
		items[i].head = head;
		items[i].share = share;
	}
	while (oq_records_write(STDOUT_FILENO, items, sizeof items))
		;
}

/* Half a record; who reads it is told once it has it, and nothing more comes. */
static void
stay_silent(void)
{
	int n_waiting = 1;
	g_assert_cmpint(write(STDOUT_FILENO, "\3", 1), ==, 1);
	while (n_waiting > 0)
		g_assert_cmpint(ioctl(STDOUT_FILENO, FIONREAD, &n_waiting), ==, 0);
	kill(getppid(), SIGUSR1);
	pause();
}

static int
lie(const char *what)
{
	static const char *const names[] = {"xcpu", "segv", "kill"};
	static const int signals[] = {SIGXCPU, SIGSEGV, SIGKILL};
	for (guint i = 0; i < G_N_ELEMENTS(lies); i++)
		if (strcmp(what, lies[i].name) == 0)
			tell(lies[i].head, lies[i].text, lies[i].head.n_bytes);
	for (guint i = 0; i < G_N_ELEMENTS(signals); i++) {
		if (strcmp(what, names[i]) != 0)
			continue;
		signal(signals[i], SIG_DFL);
		raise(signals[i]);
	}
	tell_more(what);
	if (strcmp(what, "half") == 0)
		stay_silent();
	if (strcmp(what, "silent") == 0)
		pause();
	if (strcmp(what, "endless") == 0)
		tell_for_ever();
	return 0;
}

static gpointer
wait_for_signal(gpointer stop)
{
	sigset_t told;
	int number;
	sigemptyset(&told);
	sigaddset(&told, SIGUSR1);
	sigwait(&told, &number);
	g_cancellable_cancel(stop);
	return NULL;
}

/* What this program says of what the other one tells: its texts, and why there is no more. */
static int
say(const char *what)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GCancellable) stop = g_cancellable_new();
	sigset_t told;
	sigemptyset(&told);
	sigaddset(&told, SIGUSR1);
	pthread_sigmask(SIG_BLOCK, &told, NULL);
	if (strcmp(what, "half") == 0)
		g_thread_unref(g_thread_new("signal", wait_for_signal, stop));
	g_autoptr(OqOpener) opener = open_text("Бір.", what);
	OqOpenerItem item;
	while (oq_opener_next(opener, &item, stop, &error))
		if (item.head.type != OQ_WIRE_SHARE)
			g_assert_cmpint(printf("%s|", item.text), >, 0);
		else if (strcmp(what, "endless") != 0)
			fputs("share|", stdout);
	if (g_error_matches(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE))
		fputs("unreadable: ", stdout);
	gboolean is_stopped = g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	fputs(is_stopped ? "stopped" : error->message, stdout);
	return 0;
}

/* Returns: (transfer full): where such a copy stands beside another one, as oqyrman */
static char *
lay_out(void)
{
	g_autoptr(GError) error = NULL;
	char *folder = g_dir_make_tmp("oqyrman-opener-XXXXXX", &error);
	g_autofree char *order = g_strdup_printf(
		"sh -c 'mkdir -p %s/bin %s/" OQ_LIBEXEC "/oqyrman && cp /proc/%d/exe %s/bin/say && "
		"cp %s/bin/say %s/" OQ_LIBEXEC "/oqyrman/oqyrman-open'",
		folder, folder, getpid(), folder, folder, folder);
	int status;
	g_assert_no_error(error);
	g_assert_true(g_spawn_command_line_sync(order, NULL, NULL, &status, NULL));
	g_assert_cmpint(status, ==, 0);
	return folder;
}

#define DAMAGED "файл: it is damaged and cannot be read"
#define STOPPED "файл: the program that opens it has stopped: it may be damaged or too large"

/* Nothing of it is trusted. */
static void
test_lies(void)
{
	static const struct {
		const char *what, *said;
	} all[] = {{"sound", "a|файл: it is damaged: what could be read was read"},
		{"lines", "a\nb|файл: it is damaged: what could be read was read"},
		{"kind", DAMAGED}, {"lang", DAMAGED}, {"type", DAMAGED}, {"utf8", DAMAGED},
		{"nul", DAMAGED}, {"empty", DAMAGED}, {"line", DAMAGED}, {"share", DAMAGED},
		{"long", DAMAGED}, {"short", DAMAGED}, {"tail", "a|" DAMAGED},
		{"fault", "unreadable: файл: it cannot be read (a [2J b)"},
		{"xcpu", "файл: it is too large or too deep to be read (processor time)"},
		{"segv", STOPPED " (oqyrman-open: Segmentation fault)"},
		{"kill", STOPPED " (oqyrman-open: Killed)"}, {"half", "stopped"},
		{"silent", "файл: it is too large or too deep to be read (time)"},
		{"endless", DAMAGED}};
	g_autofree char *folder = lay_out();
	for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
		g_autofree char *order = g_strdup_printf("%s/bin/say %s", folder, all[i].what);
		g_autofree char *said = NULL;
		g_test_message("%s", all[i].what);
		g_assert_true(g_spawn_command_line_sync(order, &said, NULL, NULL, NULL));
		g_assert_cmpstr(said, ==, all[i].said);
	}
	g_autofree char *order = g_strconcat("rm -r ", folder, NULL);
	g_assert_true(g_spawn_command_line_sync(order, NULL, NULL, NULL, NULL));
}

int
main(int argc, char **argv)
{
	if (g_str_has_suffix(argv[0], "/oqyrman-open"))
		return lie(argv[1]);
	if (g_str_has_suffix(argv[0], "/say"))
		return say(argv[1]);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/opener/items", test_items);
	g_test_add_func("/opener/faults", test_faults);
	g_test_add_func("/opener/stop", test_stop);
	g_test_add_func("/opener/lies", test_lies);
	return g_test_run();
}
