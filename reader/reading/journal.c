/* journal.c - see the header.
 *
 * A line with the key, then one record behind the other; or a line with the key and one that tells
 * of the finished file. */
#include "reading/journal.h"

#include "base/files/beside.h"
#include "base/small_file.h"
#include "speech/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE "oqyrman 1 %s\n"
#define NOTE       "whole %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GUINT64_FORMAT "\n"

enum { MAX_NAME_BYTES = 230, MAX_NOTE_BYTES = 4096, MAX_RECORD_BYTES = 256 << 20 };

G_DEFINE_QUARK(oq_journal_error, oq_journal_error)

typedef struct {
	guint32 n_bytes; /* of the speech behind it */
	guint32 begins;  /* a passage */
	OqJournalDigest said;
	OqJournalDigest sum; /* of all that, and of the speech */
} Head;

struct _OqJournal {
	char *path;
	char *first_line;
	int fd;
	off_t at;  /* where the next record is read, then written */
	off_t end; /* of what may be recalled */
};

char *
oq_journal_path(const char *output)
{
	g_autofree char *folder = g_path_get_dirname(output);
	g_autofree char *name = g_path_get_basename(output);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA1, name, -1);
	g_autofree char *hidden =
		g_strdup_printf(".%s.oqyrman-resume", strlen(name) > MAX_NAME_BYTES ? sum : name);

	return g_build_filename(folder, hidden, NULL);
}

static OqJournalDigest
finish_digest(GChecksum *checksum)
{
	OqJournalDigest digest;
	gsize n_bytes = sizeof digest.sum;

	g_checksum_get_digest(checksum, digest.sum, &n_bytes);
	return digest;
}

OqJournalDigest
oq_journal_digest(const OqUtterance *utterance, guint first_word, const OqStyle *style)
{
	/* its utterance is borrowed, so it is not cleared */
	const OqPassage passage = {*style, 1, first_word, {*utterance}};
	g_autoptr(GBytes) bytes = oq_wire_pack_passage(&passage);
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA1);
	gsize n_bytes;
	const guint8 *data = g_bytes_get_data(bytes, &n_bytes);

	g_checksum_update(checksum, data, (gssize)n_bytes);
	return finish_digest(checksum);
}

static OqJournalDigest
sum_of(const Head *head, GBytes *record)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA1);
	gsize n_bytes;
	const guint8 *data = g_bytes_get_data(record, &n_bytes);

	g_checksum_update(checksum, (const guchar *)head, G_STRUCT_OFFSET(Head, sum));
	g_checksum_update(checksum, data, (gssize)n_bytes);
	return finish_digest(checksum);
}

static gboolean
is_same(const OqJournalDigest *digest, const OqJournalDigest *other)
{
	return memcmp(digest, other, sizeof *digest) == 0;
}

static gboolean
read_at(int fd, gpointer bytes, gsize n_bytes, off_t at)
{
	char *to = bytes;

	for (gsize n_done = 0; n_done < n_bytes;) {
		gssize n = pread(fd, to + n_done, n_bytes - n_done, at + (off_t)n_done);
		if (n == 0 || (n < 0 && errno != EINTR))
			return FALSE;
		n_done += n > 0 ? (gsize)n : 0;
	}
	return TRUE;
}

static gboolean
write_at(int fd, gconstpointer bytes, gsize n_bytes, off_t at)
{
	const char *from = bytes;

	for (gsize n_done = 0; n_done < n_bytes;) {
		gssize n = pwrite(fd, from + n_done, n_bytes - n_done, at + (off_t)n_done);
		if (n < 0 && errno != EINTR)
			return FALSE;
		n_done += n > 0 ? (gsize)n : 0;
	}
	return TRUE;
}

/* (nullable) (transfer full): a whole one. */
static GBytes *
read_record(const OqJournal *journal, off_t at, Head *head)
{
	if (!read_at(journal->fd, head, sizeof *head, at) || head->n_bytes > MAX_RECORD_BYTES)
		return NULL;
	g_autofree char *bytes = g_malloc(head->n_bytes);
	if (!read_at(journal->fd, bytes, head->n_bytes, at + (off_t)sizeof *head))
		return NULL;
	g_autoptr(GBytes) record = g_bytes_new_take(g_steal_pointer(&bytes), head->n_bytes);
	OqJournalDigest sum = sum_of(head, record);
	return is_same(&sum, &head->sum) ? g_steal_pointer(&record) : NULL;
}

/* The last passage may lack its end, so it is said anew. */
static void
find_end(OqJournal *journal)
{
	Head head;
	off_t at = journal->at;

	for (;;) {
		g_autoptr(GBytes) record = read_record(journal, at, &head);
		if (record == NULL)
			return;
		if (head.begins)
			journal->end = at;
		at += (off_t)(sizeof head + head.n_bytes);
	}
}

static gboolean
empty(OqJournal *journal)
{
	gsize n_bytes = strlen(journal->first_line);

	journal->at = journal->end = (off_t)n_bytes;
	return ftruncate(journal->fd, 0) == 0 &&
	       write_at(journal->fd, journal->first_line, n_bytes, 0);
}

static gboolean
has_line(int fd, const char *line)
{
	gsize n_bytes = strlen(line);
	g_autofree char *there = g_malloc(n_bytes);

	return read_at(fd, there, n_bytes, 0) && memcmp(there, line, n_bytes) == 0;
}

static gboolean
start(OqJournal *journal)
{
	if (!has_line(journal->fd, journal->first_line))
		return empty(journal);
	journal->at = journal->end = (off_t)strlen(journal->first_line);
	find_end(journal);
	return ftruncate(journal->fd, journal->end) == 0;
}

/* Who had it may have removed it before it was ours. */
static gboolean
is_still_there(const OqJournal *journal)
{
	struct stat open_one, named;

	return fstat(journal->fd, &open_one) == 0 && stat(journal->path, &named) == 0 &&
	       open_one.st_ino == named.st_ino && open_one.st_dev == named.st_dev;
}

static gboolean
lock(OqJournal *journal, GError **error)
{
	g_autofree char *name = g_filename_display_name(journal->path);

	do {
		if (journal->fd >= 0)
			close(journal->fd);
		journal->fd = open(journal->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (journal->fd >= 0 && flock(journal->fd, LOCK_EX | LOCK_NB) == 0)
			continue;
		if (journal->fd < 0 || errno != EWOULDBLOCK)
			oq_beside_set_error(error, journal->path, errno);
		else
			g_set_error(error, OQ_JOURNAL_ERROR, OQ_JOURNAL_ERROR_BUSY,
				_("another oqyrman is making the same file, and keeps what it has "
				  "said in '%s'; wait for it"),
				name);
		return FALSE;
	} while (!is_still_there(journal));
	return TRUE;
}

static void
close_journal(OqJournal *journal)
{
	if (journal->fd >= 0)
		close(journal->fd);
	g_free(journal->first_line);
	g_free(journal->path);
	g_free(journal);
}

OqJournal *
oq_journal_new(const char *path, const char *key, GError **error)
{
	OqJournal *journal = g_new0(OqJournal, 1);

	journal->fd = -1;
	journal->path = g_strdup(path);
	journal->first_line = g_strdup_printf(FIRST_LINE, key);
	if (lock(journal, error)) {
		if (start(journal))
			return journal;
		oq_beside_set_error(error, path, errno);
	}
	close_journal(journal);
	return NULL;
}

void
oq_journal_free(OqJournal *journal)
{
	if (journal == NULL)
		return;
	if (journal->at == (off_t)strlen(journal->first_line) && journal->at == journal->end)
		unlink(journal->path);
	close_journal(journal);
}

OqSpeech *
oq_journal_recall(OqJournal *journal, const OqJournalDigest *digest, GError **error)
{
	Head head;
	if (journal->at >= journal->end)
		return NULL;
	g_autoptr(GBytes) record = read_record(journal, journal->at, &head);
	OqSpeech *speech = record != NULL && is_same(&head.said, digest)
				   ? oq_wire_unpack_speech(record, NULL)
				   : NULL;
	if (speech != NULL) {
		journal->at += (off_t)(sizeof head + head.n_bytes);
		return speech;
	}
	empty(journal);
	g_set_error_literal(error, OQ_JOURNAL_ERROR, OQ_JOURNAL_ERROR_CHANGED,
		_("the text has changed since it was broken off"));
	return NULL;
}

gboolean
oq_journal_add(OqJournal *journal, const OqJournalDigest *digest, gboolean begins,
	const OqSpeech *speech, GError **error)
{
	g_autoptr(GBytes) record = oq_wire_pack_speech(speech);
	gsize n_bytes;
	const void *bytes = g_bytes_get_data(record, &n_bytes);
	Head head = {.n_bytes = (guint32)n_bytes, .begins = begins, .said = *digest};

	head.sum = sum_of(&head, record);
	if (write_at(journal->fd, &head, sizeof head, journal->at) &&
		write_at(journal->fd, bytes, n_bytes, journal->at + (off_t)sizeof head)) {
		journal->at += (off_t)(sizeof head + n_bytes);
		return TRUE;
	}
	oq_beside_set_error(error, journal->path, errno);
	return FALSE;
}

void
oq_journal_remove(OqJournal *journal)
{
	unlink(journal->path);
	close_journal(journal);
}

/* (transfer full) (nullable): what tells whether a file is still the same. */
static char *
describe(const char *output)
{
	struct stat info;

	if (stat(output, &info) != 0)
		return NULL;
	return g_strdup_printf(NOTE, (guint64)info.st_size, (gint64)info.st_mtim.tv_sec,
		info.st_mtim.tv_nsec, (guint64)info.st_ino);
}

void
oq_journal_note(OqJournal *journal, const char *output)
{
	g_autofree char *note = describe(output);
	gboolean noted = note != NULL && empty(journal) &&
			 write_at(journal->fd, note, strlen(note), journal->at);

	if (!noted)
		unlink(journal->path);
	close_journal(journal);
}

gboolean
oq_journal_is_noted(const char *output, const char *key)
{
	g_autofree char *path = oq_journal_path(output);
	g_autofree char *first = g_strdup_printf(FIRST_LINE, key), *note = describe(output);
	g_autofree char *noted = g_strconcat(first, note, NULL);
	gsize n_bytes;
	g_autofree char *there = oq_small_file_read(path, MAX_NOTE_BYTES, &n_bytes, NULL);

	return note != NULL && there != NULL && strcmp(there, noted) == 0;
}

void
oq_journal_forget(const char *output)
{
	g_autofree char *path = oq_journal_path(output);

	unlink(path);
}
