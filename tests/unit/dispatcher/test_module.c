#include "dispatcher/module.h"

#include "module_case.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static ModuleCase m;

typedef struct {
	const char *sent;
	int input; /* of the module; written to, and closed where is_gone */
	int output;
	gboolean is_gone;
	GString *got;
} Server;

/* The server: sends all at once, and reads to the end. */
static gpointer
serve(gpointer data)
{
	Server *server = data;
	char bytes[4096];
	gssize n = write(server->input, server->sent, strlen(server->sent));
	g_assert_cmpint(n, ==, strlen(server->sent));
	if (server->is_gone)
		close(server->input);
	while ((n = read(server->output, bytes, sizeof bytes)) > 0)
		g_string_append_len(server->got, bytes, n);
	return NULL;
}

/* Without blocks of sound. */
static char *
without_sound(const GString *got)
{
	g_autofree char *text = g_strdup(got->str);
	for (gsize i = 0; i < got->len; i++)
		text[i] = got->str[i] != '\0' ? got->str[i] : '\n';
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	GString *kept = g_string_new(NULL);
	for (gsize i = 0; lines[i] != NULL; i++) {
		gboolean is_code = strlen(lines[i]) > 3 && g_ascii_isdigit(lines[i][0]) &&
				   g_ascii_isdigit(lines[i][2]);
		if (is_code && !g_str_has_prefix(lines[i], "705"))
			g_string_append_printf(kept, "%s\n", lines[i]);
	}
	return g_string_free(kept, FALSE);
}

static char *
run(const OqModuleParts *parts, const char *sent, gboolean is_gone)
{
	int input[2], output[2];
	g_unix_open_pipe(input, FD_CLOEXEC, NULL);
	g_unix_open_pipe(output, FD_CLOEXEC, NULL);
	Server server = {sent, input[1], output[0], is_gone, g_string_new(NULL)};
	GThread *thread = g_thread_new("server", serve, &server);
	oq_module_run(parts, input[0], output[1]);
	close(output[1]);
	g_thread_join(thread);
	close(input[0]);
	if (!is_gone)
		close(input[1]);
	close(output[0]);
	char *kept = without_sound(server.got);
	g_string_free(server.got, TRUE);
	return kept;
}

static void
assert_answers(const char *sent, const char *expected)
{
	g_autofree char *all = g_strconcat("INIT\n", sent, "QUIT\n", NULL);
	g_autofree char *got = run(&m.parts, all, FALSE);
	g_autofree char *wanted = g_strconcat("299-Oqyrman " OQ_VERSION "\n",
		"299 OK LOADED SUCCESSFULLY\n", expected, "210 OK QUIT\n", NULL);
	g_assert_cmpstr(got, ==, wanted);
}

static void
test_settings(void)
{
	assert_answers("AUDIO\naudio_output_method=server\n.\n",
		"207 OK RECEIVING AUDIO SETTINGS\n203 OK AUDIO INITIALIZED\n");
	assert_answers("AUDIO\naudio_output_method=pulse\n.\n",
		"207 OK RECEIVING AUDIO SETTINGS\n303 ERROR INVALID PARAMETER OR VALUE\n");
	assert_answers("LOGLEVEL\nlog_level=3\n.\n",
		"207 OK RECEIVING LOGLEVEL SETTINGS\n203 OK LOGLEVEL SET\n");
	assert_answers("SET\nrate=5\npitch=3\n.\n",
		"203 OK RECEIVING SETTINGS\n203 OK SETTINGS RECEIVED\n");
	assert_answers("SET\nrate=500\n.\n",
		"203 OK RECEIVING SETTINGS\n303 ERROR INVALID PARAMETER OR VALUE\n");
	assert_answers("SET\nrate\n.\n", "203 OK RECEIVING SETTINGS\n302 ERROR BAD SYNTAX\n");
}

static void
test_unknown(void)
{
	assert_answers("FOO\n\nSPEAK x\n",
		"300 ERR UNKNOWN COMMAND\n300 ERR UNKNOWN COMMAND\n300 ERR UNKNOWN COMMAND\n");
	assert_answers("STOP\nPAUSE\n", "");
	assert_answers("SPEAK\n.\n", "202 OK RECEIVING MESSAGE\n301 ERROR CANT SPEAK\n");
	assert_answers(
		"CHAR\na\nb\n.\n", "202 OK RECEIVING MESSAGE\n305 DATA MORE THAN ONE LINE\n");
}

static void
test_debug(void)
{
	g_autofree char *folder = g_dir_make_tmp("module-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "log", NULL);
	g_autofree char *sent =
		g_strdup_printf("DEBUG ON %s \nDEBUG OFF \nDEBUG x\nDEBUG ON /nowhere/x\n", path);
	assert_answers(sent, "200 OK DEBUGGING ON\n200 OK DEBUGGING OFF\n302 ERROR BAD SYNTAX\n"
			     "303 CANT OPEN CUSTOM DEBUG FILE\n");
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_nonnull(strstr(text, "DEBUG"));
	g_unlink(path);
	g_rmdir(folder);
}

static void
test_voices(void)
{
	g_autofree char *got = run(&m.parts, "LIST VOICES\nQUIT\n", FALSE);
	g_assert_nonnull(strstr(got, "\tkk\tdauren\n"));
	g_assert_nonnull(strstr(got, "200-German\tde\tnone\n"));
	g_assert_true(g_str_has_suffix(got, "200 OK VOICE LIST SENT\n210 OK QUIT\n"));
}

/* The server is gone without a word: what it sent is of no use any more, and nothing hangs. */
static void
test_gone(void)
{
	g_autofree char *got = run(&m.parts, "INIT\nSPEAK\nбір\n.\n", TRUE);
	g_assert_true(g_str_has_prefix(got, "299-"));
	g_autofree char *unfinished = run(&m.parts, "INIT\nSPEAK\nбір", TRUE);
	g_assert_true(g_str_has_suffix(unfinished, "202 OK RECEIVING MESSAGE\n"));
}

static void
test_failure(void)
{
	const OqModuleParts parts = {.log = m.log, .failure = "no\nvoice"};
	g_autofree char *got = run(&parts, "INIT\nLIST VOICES\nSPEAK\na\n.\nSTOP\nQUIT\n", FALSE);
	g_assert_cmpstr(got, ==,
		"399-no voice\n399 ERR CANT INIT MODULE\n304 CANT LIST VOICES\n"
		"202 OK RECEIVING MESSAGE\n301 ERROR CANT SPEAK\n210 OK QUIT\n");
}

typedef struct {
	int input[2], output[2];
	gsize n_asked;
	GThread *reader;
} Flood;

static gpointer
read_to_end(gpointer data)
{
	char bytes[65536];
	while (read(((Flood *)data)->output[0], bytes, sizeof bytes) > 0)
		continue;
	return NULL;
}

/* When nothing else is to be done, and the pipe is still full, then nobody reads it. */
static gboolean
ask_on(gpointer data)
{
	static const char question[] = "LIST VOICES\n";
	Flood *flood = data;
	gboolean is_full = TRUE;
	while (write(flood->input[1], question, strlen(question)) > 0) {
		is_full = FALSE;
		g_assert_cmpuint(++flood->n_asked, <, 40000);
	}
	if (!is_full)
		return G_SOURCE_CONTINUE;
	flood->reader = g_thread_new("reader", read_to_end, flood);
	close(flood->input[1]);
	return G_SOURCE_REMOVE;
}

/* Who asks and does not read the answers has to wait. */
static void
test_flood(void)
{
	Flood flood = {0};
	g_unix_open_pipe(flood.input, FD_CLOEXEC, NULL);
	g_unix_open_pipe(flood.output, FD_CLOEXEC, NULL);
	g_unix_set_fd_nonblocking(flood.input[1], TRUE, NULL);
	g_idle_add_full(G_PRIORITY_LOW, ask_on, &flood, NULL);
	oq_module_run(&m.parts, flood.input[0], flood.output[1]);
	close(flood.output[1]);
	g_thread_join(flood.reader);
	close(flood.input[0]);
	close(flood.output[0]);
}

/* A second message stops the first; STOP is answered when there is something to stop. */
static void
test_messages(void)
{
	assert_answers("SPEAK\nбір\n.\nSPEAK\nекі\n.\nSTOP\nSTOP\n",
		"202 OK RECEIVING MESSAGE\n200 OK SPEAKING\n"
		"202 OK RECEIVING MESSAGE\n703 STOP\n200 OK SPEAKING\n703 STOP\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	module_case_init(&m, made_voice_run);
	g_test_add_func("/module/settings", test_settings);
	g_test_add_func("/module/unknown", test_unknown);
	g_test_add_func("/module/debug", test_debug);
	g_test_add_func("/module/voices", test_voices);
	g_test_add_func("/module/gone", test_gone);
	g_test_add_func("/module/failure", test_failure);
	g_test_add_func("/module/flood", test_flood);
	g_test_add_func("/module/messages", test_messages);
	int status = g_test_run();
	module_case_clear(&m);
	return status;
}
