/* espeak_data.c - see the header. */
#include "speech/espeak/espeak_data.h"

#include "base/reason.h"
#include "base/slice.h"
#include "base/small_file.h"
#include "speech/speech.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LAST_LINE "\n# end\n"
#define TABLE     "phontab"
#define STOCK     "stock/" /* the system's own, where ours has its place */

enum {
	MAX_STAMP_BYTES = 1 << 20,
	BLOCK_BYTES = 16 << 10,
	N_SPARE = 3, /* so many descriptors eSpeak NG may have open at once, and more */
};

/* The system's, all of which are made together. */
static const char *const core[] = {"phondata", TABLE, "phonindex", "intonations"};

struct _OqEspeakData {
	char *folder;
	char *stamp;          /* its lines */
	gboolean is_upgraded; /* the system's files are others, by their times */
	dev_t device;         /* of the table of phonemes */
	ino_t inode;
};

/** A line of the stamp. */
typedef struct {
	guint64 size;
	gint64 time;
	OqSlice sum;
	OqSlice needs; /* the name of a dictionary */
} Entry;

void
oq_espeak_data_free(OqEspeakData *data)
{
	if (data == NULL)
		return;
	g_free(data->folder);
	g_free(data->stamp);
	g_free(data);
}

/* FALSE: the stamp does not know it. */
static gboolean
find_entry(const OqEspeakData *data, const char *name, Entry *entry)
{
	g_autofree char *cell = g_strconcat("\t", name, "\t", NULL);
	const char *at = strstr(data->stamp, cell), *line = at;
	char *rest;
	if (at == NULL)
		return FALSE;
	while (line > data->stamp && line[-1] != '\n')
		line--;
	const char *sum = at;
	while (sum > line && sum[-1] != '\t')
		sum--;
	const char *needs = at + strlen(cell);
	*entry = (Entry){.sum = {sum, (gsize)(at - sum)}, .needs = {needs, strcspn(needs, "\n")}};
	entry->size = g_ascii_strtoull(line, &rest, 10);
	entry->time = g_ascii_strtoll(rest, NULL, 10);
	return TRUE;
}

/* FALSE, and why: an errno, or 0: it is another one. */
static gboolean
has_contents(int fd, OqSlice sum, int *why)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	guint8 block[BLOCK_BYTES];
	gssize n_read = 1;
	while (n_read != 0) {
		n_read = read(fd, block, sizeof block);
		*why = n_read < 0 && errno != EINTR ? errno : 0;
		if (*why != 0)
			return FALSE;
		g_checksum_update(checksum, block, MAX(n_read, 0));
	}
	return oq_slice_equals(sum, g_checksum_get_string(checksum));
}

static gboolean
is_same(const char *path, const Entry *entry, gboolean has_to_be_read, int *why)
{
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	*why = fd < 0 ? errno : 0;
	if (fd < 0)
		return FALSE;
	gboolean same = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
			(guint64)status.st_size == entry->size &&
			((!has_to_be_read && status.st_mtim.tv_sec == entry->time) ||
				has_contents(fd, entry->sum, why));
	close(fd);
	return same;
}

static gboolean
is_link(const char *path)
{
	struct stat status;
	return lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
}

/* @why: as of is_same() */
static gboolean
refuse(const char *path, gboolean is_system, int why, GError **error)
{
	g_autofree char *target = g_file_read_link(path, NULL);
	g_autofree char *name = g_filename_display_name(target != NULL ? target : path);
	g_autofree char *line = NULL;
	if (why != 0 && why != ENOENT && why != ENOTDIR)
		line = g_strdup_printf(_("%s cannot be read: %s"), name, oq_reason(why));
	else if (is_system)
		line = g_strdup_printf(_("%s is damaged or missing: install the package "
					 "espeak-ng-data again"),
			name);
	else
		line = g_strdup_printf(
			_("%s is damaged or missing: build or install oqyrman again"), name);
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE, line);
	return FALSE;
}

static gboolean
set_misfit(GError **error, const char *why)
{
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_VOICE, why);
	return FALSE;
}

static gboolean
set_not_installed(GError **error)
{
	return set_misfit(error,
		_("Oqyrman's own Kazakh voice is not installed, so eSpeak NG's plain one speaks; "
		  "build or install oqyrman again"));
}

static gboolean
set_changed(GError **error)
{
	return set_misfit(
		error, _("eSpeak NG has changed since Oqyrman was built, so its plain Kazakh voice "
			 "speaks; build or install oqyrman again"));
}

/* One without its last line was never whole. */
static gboolean
read_stamp(OqEspeakData *data, GError **error)
{
	g_autofree char *path = g_build_filename(data->folder, "stamp", NULL);
	g_autoptr(GError) cause = NULL;
	gsize n_bytes;
	data->stamp = oq_small_file_read(path, MAX_STAMP_BYTES, &n_bytes, &cause);
	if (data->stamp != NULL && g_str_has_suffix(data->stamp, LAST_LINE))
		return TRUE;
	if (data->stamp != NULL || g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
		return set_not_installed(error);
	g_set_error_literal(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE, cause->message);
	return FALSE;
}

static gboolean
look_at(const OqEspeakData *data, const char *name, struct stat *status)
{
	g_autofree char *path = g_build_filename(data->folder, name, NULL);
	Entry entry;
	*status = (struct stat){0};
	return stat(path, status) == 0 && find_entry(data, name, &entry) &&
	       status->st_mtim.tv_sec == entry.time;
}

/* An upgrade gives all of the system's files another time; one alone is damaged. */
static void
look_at_system(OqEspeakData *data)
{
	struct stat sounds, table;
	gboolean has_sounds = look_at(data, core[0], &sounds);
	gboolean has_table = look_at(data, TABLE, &table);
	data->is_upgraded = !has_sounds && !has_table;
	data->device = table.st_dev;
	data->inode = table.st_ino;
}

/* After an upgrade our voice is good for what has not changed; of phonemes that is all. */
static gboolean
has_core(const OqEspeakData *data, GError **error)
{
	for (guint i = 0; i < G_N_ELEMENTS(core); i++) {
		g_autofree char *path = g_build_filename(data->folder, core[i], NULL);
		Entry entry;
		int why = 0;
		if (find_entry(data, core[i], &entry) && is_same(path, &entry, TRUE, &why))
			continue;
		return why == EMFILE || why == ENFILE ? refuse(path, TRUE, why, error)
						      : set_changed(error);
	}
	return TRUE;
}

OqEspeakData *
oq_espeak_data_load(const char *folder, GError **error)
{
	g_autoptr(OqEspeakData) data = g_new0(OqEspeakData, 1);
	if (folder == NULL) {
		set_not_installed(error);
		return NULL;
	}
	data->folder = g_strdup(folder);
	if (!read_stamp(data, error))
		return NULL;
	look_at_system(data);
	return !data->is_upgraded || has_core(data, error) ? g_steal_pointer(&data) : NULL;
}

/* eSpeak NG does without what it has no descriptor for. */
static gboolean
has_descriptors(GError **error)
{
	int spare[N_SPARE], why = 0;
	guint n = 0;
	while (n < N_SPARE && (spare[n] = open("/", O_PATH | O_CLOEXEC)) >= 0)
		n++;
	why = n < N_SPARE ? errno : 0;
	for (guint i = 0; i < n; i++)
		close(spare[i]);
	if (n < N_SPARE)
		g_set_error(error, OQ_SPEECH_ERROR, OQ_SPEECH_ERROR_NO_ENGINE,
			_("eSpeak NG cannot open its files: %s"), oq_reason(why));
	return n == N_SPARE;
}

static gboolean
is_known(const OqEspeakData *data, const OqEspeakFiles *files)
{
	g_autofree char *path = g_build_filename(files->place, TABLE, NULL);
	struct stat status;
	return data != NULL &&
	       (files->is_ours || (stat(path, &status) == 0 && status.st_dev == data->device &&
					  status.st_ino == data->inode));
}

/* @name: below the folder. What an upgrade has brought is good, whatever it is. */
static gboolean
check_file(const OqEspeakData *data, const OqEspeakFiles *files, const char *name, Entry *entry,
	GError **error)
{
	g_autofree char *stock = g_strconcat(STOCK, name, NULL);
	g_autofree char *path =
		g_build_filename(files->is_ours ? data->folder : files->place, name, NULL);
	gboolean is_system = !files->is_ours || is_link(path);
	int why;
	*entry = (Entry){0};
	if (!(!files->is_ours && find_entry(data, stock, entry)) && !find_entry(data, name, entry))
		return TRUE;
	return (is_system && data->is_upgraded) || is_same(path, entry, FALSE, &why) ||
	       refuse(path, is_system, why, error);
}

gboolean
oq_espeak_data_check(const OqEspeakData *data, const OqEspeakFiles *files, GError **error)
{
	g_autofree char *language = g_build_filename("lang", files->language, NULL);
	g_autofree char *variant = g_build_filename("voices", "!v", files->variant, NULL);
	Entry entry;
	if (!has_descriptors(error))
		return FALSE;
	if (!is_known(data, files))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(core); i++)
		if (!check_file(data, files, core[i], &entry, error))
			return FALSE;
	if (!check_file(data, files, language, &entry, error))
		return FALSE;
	g_autofree char *dictionary = g_strndup(entry.needs.data, entry.needs.length);
	return (entry.needs.length == 0 || check_file(data, files, dictionary, &entry, error)) &&
	       (*files->variant == '\0' || check_file(data, files, variant, &entry, error));
}
