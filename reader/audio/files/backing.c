/* backing.c - see the header. */
#include "audio/files/backing.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many bytes go on their way to the disk while the next are made, which is less to wait for at
 * the end. */
enum { PORTION_BYTES = 8 << 20 };

int64_t
oq_backing_length(void *backing)
{
	OqBacking *self = backing;
	struct stat info;
	return fstat(self->fd, &info) == 0 ? info.st_size : -1;
}

int64_t
oq_backing_seek(int64_t offset, int whence, void *backing)
{
	return lseek(((OqBacking *)backing)->fd, offset, whence);
}

int64_t
oq_backing_tell(void *backing)
{
	return oq_backing_seek(0, SEEK_CUR, backing);
}

int64_t
oq_backing_read(void *bytes, int64_t n_bytes, void *backing)
{
	OqBacking *self = backing;
	int64_t n_read = 0;
	gssize n = 1;
	while (n_read < n_bytes && (n > 0 || (n < 0 && errno == EINTR))) {
		n = read(self->fd, (char *)bytes + n_read, (size_t)(n_bytes - n_read));
		n_read += MAX(n, 0);
	}
	if (n < 0 && !self->failure)
		self->failure = errno;
	return n_read;
}

static void
send_off(OqBacking *self, int64_t n_bytes)
{
	self->n_waiting += n_bytes;
	if (self->n_waiting < PORTION_BYTES)
		return;
	sync_file_range(self->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
	self->n_waiting = 0;
}

int64_t
oq_backing_write(const void *bytes, int64_t n_bytes, void *backing)
{
	OqBacking *self = backing;
	int64_t n_written = 0;
	while (n_written < n_bytes && !self->failure) {
		gssize n = write(
			self->fd, (const char *)bytes + n_written, (size_t)(n_bytes - n_written));
		if (n >= 0)
			n_written += n;
		else if (errno != EINTR)
			self->failure = errno;
	}
	send_off(self, n_written);
	return n_bytes;
}
