/* progress.h - how far a long render is: a bar where a terminal can rewrite it; elsewhere sparse
 * lines, as a screen reader speaks each of them, and a log keeps it. */
#pragma once

#include "reading/render.h"

typedef enum {
	OQ_PROGRESS_NONE,
	OQ_PROGRESS_BAR,   /* a line that is rewritten */
	OQ_PROGRESS_LINES, /* the first after two seconds, then every ten */
	OQ_PROGRESS_LOG,   /* one a minute */
} OqProgressKind;

typedef struct {
	OqProgressKind kind;
	guint rate_hz;
	gint64 begun_us;
	gint64 next_us;  /* no line before this */
	guint64 n_bytes; /* of all texts; 0: not known */
	double n_read;   /* of them; of all audio files together, as those below */
	guint64 n_sentences;
	guint64 n_frames;
} OqProgress;

/** An audio file, of which several may be made at once. */
typedef struct {
	guint64 n_done;       /* bytes of its texts that were read to their end, but the last one */
	guint64 n_text_bytes; /* of the one that is read, as a file */
	guint64 n_text_chars; /* … as text, in bytes of UTF-8 */
	double n_read;        /* what of it is in the progress, as those below */
	guint64 n_sentences;
	guint64 n_frames;
} OqProgressFile;

/** oq_progress_kind_of: what fits an open file. */
OqProgressKind oq_progress_kind_of(int fd, gboolean no_color);

/** oq_progress_init: @now_us: monotonic, as in all calls. @n_bytes: of all texts; 0: not known. */
void oq_progress_init(OqProgress *progress, OqProgressKind kind, guint64 n_bytes, gint64 now_us);

/** oq_progress_begin_text: @n_file_bytes: as its share of all; @n_text_bytes: 0: as many. */
void oq_progress_begin_text(OqProgressFile *file, guint64 n_file_bytes, guint64 n_text_bytes);

/** oq_progress_count: how far @file is now. */
void oq_progress_count(OqProgress *progress, OqProgressFile *file, const OqRenderCount *count);

/** oq_progress_drop: as if nothing had been made of @file, of which nothing has begun afterwards.
 */
void oq_progress_drop(OqProgress *progress, OqProgressFile *file);

/** oq_progress_step: (nullable) (transfer full): a line, when one is due. */
char *oq_progress_step(OqProgress *progress, gint64 now_us);

/** oq_progress_line: (transfer full): sentences, audio, times faster than real time. */
char *oq_progress_line(const OqProgress *progress, gint64 now_us);
