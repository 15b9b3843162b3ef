/* loader.h - a format: from a file to blocks. It runs in a process that has the file, a pipe and
 * nothing else: no other file, no network, no program, and memory and time that end (box.h). So
 * what it needs from the disk is made ready in prepare().
 *
 * A loader that fails has given the blocks before: they are read. One thread. */
#pragma once

#include "open/block_writer.h"

/** Domain of errors; the codes are OqOpenError. The message is in English and tells more than the
 * code: which part, which limit; it may be "". */
#define OQ_OPEN_ERROR (oq_open_error_quark())
GQuark oq_open_error_quark(void);

typedef struct _OqTool OqTool;

/** What is opened. */
typedef struct {
	int fd;                /* a regular file, which can be sought in, at its beginning */
	guint64 n_bytes;       /* of it */
	const char *extension; /* of its name, in small letters, without the point; "": none */
	const char *encoding;  /* nullable: what the user says; it goes before what the file says */
	OqNotes notes;
	OqTool *tool; /* nullable (sandbox/tool.h) */
} OqOpenJob;

/** What is looked at to choose a loader. */
typedef struct {
	const OqOpenJob *job;
	const char *head; /* the first bytes, 4 KiB where there are so many; a NUL behind them */
	gsize n_head;
	struct _OqArchive *archive; /* nullable: it is a zip file, opened (archive.h) */
} OqSample;

/** How well a loader suits a file; the best one is taken. */
typedef enum {
	OQ_FIT_NONE,
	OQ_FIT_EXTENSION, /* nothing but its name speaks for it */
	OQ_FIT_LIKELY,
	OQ_FIT_SURE, /* it says so itself */
} OqFit;

typedef struct {
	const char *name; /* "epub" */
	OqFit (*fit)(const OqSample *sample);

	/* nullable: before the rights are given up: what a library reads from the disk later */
	void (*prepare)(void);

	/* Returns: FALSE and OQ_OPEN_ERROR */
	gboolean (*load)(const OqOpenJob *job, OqBlockWriter *out, GError **error);
} OqLoader;

/** oq_loader_read: up to @n_bytes from @offset on; fewer only at the end. -1 and
 * OQ_OPEN_ERROR_FAILED. */
gssize oq_loader_read(
	const OqOpenJob *job, guint64 offset, gpointer bytes, gsize n_bytes, GError **error);
