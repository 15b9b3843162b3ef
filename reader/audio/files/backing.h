/* backing.h - the file behind libsndfile, in the calls by which it reads and writes. */
#pragma once

#include <glib.h>
#include <stdint.h>

typedef struct {
	int fd;
	int failure; /* errno of the first read or write that failed, which libsndfile may hide */
	int64_t n_waiting; /* bytes that were written and not sent on to the disk */
} OqBacking;

/* @backing is an OqBacking; -1 and errno when the file cannot be asked. */
int64_t oq_backing_length(void *backing);
int64_t oq_backing_seek(int64_t offset, int whence, void *backing);
int64_t oq_backing_tell(void *backing);

/** oq_backing_read: Returns: the bytes that were read, fewer only at the end or after a failure. */
int64_t oq_backing_read(void *bytes, int64_t n_bytes, void *backing);

/** oq_backing_write: Returns: @n_bytes, always: libsndfile leaks and writes on when a write fails.
 * Nothing is written after a failure. */
int64_t oq_backing_write(const void *bytes, int64_t n_bytes, void *backing);
