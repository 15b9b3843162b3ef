/* main.c - sd_oqyrman, which Speech Dispatcher starts: joins the parts. */
#include "base/last_words.h"
#include "base/paths.h"
#include "dispatcher/conf.h"
#include "dispatcher/module.h"
#include "reading/config/config.h"
#include "text/lang.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* A file that is opened must not become one of the standard ones by taking their place. */
static void
keep_standard_files(void)
{
	int file;

	do {
		file = open("/dev/null", O_RDWR);
	} while (file >= 0 && file <= STDERR_FILENO);
	if (file >= 0)
		close(file);
}

static void
tell(OqLog *log, const GPtrArray *notices)
{
	for (guint i = 0; i < notices->len; i++)
		oq_log_tell(log, g_ptr_array_index(notices, i));
}

static void
configure(const char *path, OqSettings *settings, GPtrArray *notices)
{
	g_autofree char *own = oq_paths_config();
	g_autoptr(OqConfig) config = oq_config_load(own, notices);

	oq_settings_init(settings);
	oq_config_apply(config, settings);
	oq_conf_read(path, settings, notices);
}

/* The tables besides the reader's; FALSE and an error as of their load functions. */
static gboolean
load_tables(OqTongues **tongues, OqKeyNames **keys, GError **error)
{
	g_autofree char *folder = oq_paths_data("", error);
	g_autofree char *kazakh =
		folder != NULL ? g_build_filename(folder, oq_lang_name(OQ_LANG_KK), NULL) : NULL;

	*tongues = folder != NULL ? oq_tongues_load(folder, error) : NULL;
	*keys = *tongues != NULL ? oq_key_names_load(kazakh, error) : NULL;
	return *keys != NULL;
}

/* The voice is made ready in a process of its own, which has to be made before any thread. */
static void
run(const char *path, OqLog *log)
{
	g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GError) failure = NULL;
	g_auto(OqSettings) settings;
	configure(path, &settings, notices);
	g_autoptr(OqNursery) nursery = oq_reader_nursery(&settings, &failure);
	g_autoptr(OqReader) reader =
		nursery != NULL ? oq_reader_new(&settings, nursery, notices, &failure) : NULL;
	g_autoptr(OqTongues) tongues = NULL;
	g_autoptr(OqKeyNames) keys = NULL;
	if (reader != NULL)
		load_tables(&tongues, &keys, &failure);
	tell(log, notices);
	const OqModuleParts parts = {
		.tools = {reader, tongues, &settings, reader != NULL ? oq_reader_speed(reader) : 0,
			keys != NULL ? oq_key_names_find(keys, OQ_KEY_NAME_ICON, "capital") : NULL},
		.keys = keys,
		.log = log,
		.failure = failure != NULL ? failure->message : NULL,
	};
	oq_module_run(&parts, STDIN_FILENO, STDOUT_FILENO);
}

int
main(int n_arguments, char **arguments)
{
	keep_standard_files();
	signal(SIGPIPE, SIG_IGN); /* a server that is gone is an error of write() */
	oq_last_words_begin("sd_oqyrman");
	g_autoptr(OqLog) log = oq_log_new();
	run(n_arguments > 1 ? arguments[1] : NULL, log);
	return 0;
}
