/* wire.h - what the program that opens documents (open/) tells the one that reads them, in records
 * (base/processes/records.h) over a pipe.
 *
 * A record holds items, one behind the other: a head, then as many bytes. The machine is the same,
 * so numbers are as it has them. Who reads it trusts nothing: the other side may be taken over. */
#pragma once

#include <glib.h>

/** Of a record, heads included. */
#define OQ_WIRE_MAX_RECORD_BYTES (1U << 18)

/** Of a block's text: what is longer is cut, at the end of a sentence where there is one. */
#define OQ_WIRE_MAX_BLOCK_BYTES (1U << 14)

/** Of a document: what more there is, is not read. Of its marks: labels of pages and headings. */
#define OQ_WIRE_MAX_BLOCKS      (1U << 21)
#define OQ_WIRE_MAX_TEXT_MB     1024U
#define OQ_WIRE_MAX_MARKS_BYTES (1U << 24)

/** Without a block between them. */
#define OQ_WIRE_MAX_OTHERS (1U << 18)

/** For a block; it may be busy for longer than its limit of processor time, as others are. */
#define OQ_WIRE_MAX_WAIT_S 1800U

typedef enum {
	OQ_WIRE_TITLE, /* its text is that of the document, in UTF-8 */
	OQ_WIRE_AUTHOR,
	OQ_WIRE_LANGUAGE,    /* its BCP 47 tag */
	OQ_WIRE_BLOCK,       /* its text, which is valid UTF-8 without NUL */
	OQ_WIRE_PAGE,        /* here a page of the printed book begins; its text is its label */
	OQ_WIRE_SHARE,       /* a guint32: how much of the file was read, of OQ_WIRE_WHOLE */
	OQ_WIRE_NO_LANDLOCK, /* the first item: seccomp alone keeps the program in */
	OQ_WIRE_FAULT,       /* the last item: an OqOpenError is its level, its text tells more */
	OQ_WIRE_END,         /* the last item: all is told */
} OqWireType;

#define OQ_WIRE_WHOLE 65536

typedef struct {
	guint32 n_bytes; /* behind the head */
	guint8 type;     /* OqWireType */
	guint8 kind;     /* of a block: OqBlockKind */
	guint8 level;    /* of a heading or item, from 1; 0 */
	guint8 lang;     /* OqLang; OQ_N_LANGS: it does not say */
	guint8 is_cut;   /* of a block: the next one goes on with its sentence */
	guint8 zero[3];
} OqWireHead;

/** What becomes of footnotes, which oqyrman-open is told when it starts. */
typedef enum {
	OQ_NOTES_SKIP,
	OQ_NOTES_INLINE, /* behind the block that refers to them */
	OQ_NOTES_END,    /* behind the chapter, or the text */
	OQ_N_NOTES,
} OqNotes;

/** Why a document cannot be read, or not to its end. */
typedef enum {
	OQ_OPEN_ERROR_UNKNOWN = 1, /* no format that is known */
	OQ_OPEN_ERROR_DAMAGED,     /* cut off, or not as its format wants it */
	OQ_OPEN_ERROR_LOCKED,      /* encrypted, or protected */
	OQ_OPEN_ERROR_LIMIT,       /* larger or deeper than what is read (open/limits.h) */
	OQ_OPEN_ERROR_NO_TEXT,     /* pictures alone: it would have to be recognised */
	OQ_OPEN_ERROR_BLURRED,     /* … what recognises has failed */
	OQ_OPEN_ERROR_BLANK,       /* … it has found nothing */
	OQ_OPEN_ERROR_SHEETS,      /* a spreadsheet */
	OQ_OPEN_ERROR_SLIDES,      /* a presentation */
	OQ_OPEN_ERROR_PACKED,      /* an archive of files */
	OQ_OPEN_ERROR_ENCODING,    /* an encoding that is not known */
	OQ_OPEN_ERROR_FAILED,      /* memory, or a read that fails */
	OQ_OPEN_ERROR_STOPPED,     /* its program has crashed, or was killed: nobody sends that */
} OqOpenError;
