/* piecemeal.c - preloaded: a file system that gives and takes one byte at each call, and every
 * other call is interrupted, as may be. With OQ_FAULT=fsync or OQ_FAULT=close that call fails: what
 * was written is lost. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(type, name) ((type)(void *)dlsym(RTLD_NEXT, name))

typedef ssize_t (*Read)(int fd, void *bytes, size_t n_bytes);
typedef ssize_t (*Write)(int fd, const void *bytes, size_t n_bytes);
typedef ssize_t (*ReadAt)(int fd, void *bytes, size_t n_bytes, off_t at);
typedef ssize_t (*WriteAt)(int fd, const void *bytes, size_t n_bytes, off_t at);

typedef int (*Call)(int fd);

static int
is_interrupted(void)
{
	static atomic_uint n_calls;
	if (getenv("OQ_FAULT") != NULL || atomic_fetch_add(&n_calls, 1) % 2 != 0)
		return 0;
	errno = EINTR;
	return 1;
}

static int
is_regular(int fd)
{
	struct stat status;
	return fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/* What was written is told of when the file is synced or closed. */
static int
finish(int fd, const char *name)
{
	const char *fault = getenv("OQ_FAULT");
	int is_lost = fault != NULL && strcmp(fault, name) == 0 && is_regular(fd) &&
		      (fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY;
	int result = NEXT(Call, name)(fd);
	if (!is_lost)
		return result;
	errno = EIO;
	return -1;
}

int
fsync(int fd)
{
	return finish(fd, "fsync");
}

int
close(int fd)
{
	return finish(fd, "close");
}

/* Of a pipe what belongs together comes together. */
static size_t
part(int fd, size_t n_bytes)
{
	return n_bytes > 1 && getenv("OQ_FAULT") == NULL && is_regular(fd) ? 1 : n_bytes;
}

ssize_t
read(int fd, void *bytes, size_t n_bytes)
{
	return is_interrupted() ? -1 : NEXT(Read, "read")(fd, bytes, part(fd, n_bytes));
}

ssize_t
write(int fd, const void *bytes, size_t n_bytes)
{
	return is_interrupted() ? -1 : NEXT(Write, "write")(fd, bytes, part(fd, n_bytes));
}

ssize_t
pread(int fd, void *bytes, size_t n_bytes, off_t at)
{
	return is_interrupted() ? -1 : NEXT(ReadAt, "pread")(fd, bytes, part(fd, n_bytes), at);
}

ssize_t
pwrite(int fd, const void *bytes, size_t n_bytes, off_t at)
{
	return is_interrupted() ? -1 : NEXT(WriteAt, "pwrite")(fd, bytes, part(fd, n_bytes), at);
}

ssize_t
pread64(int fd, void *bytes, size_t n_bytes, off64_t at)
{
	return pread(fd, bytes, n_bytes, at);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n_bytes, off64_t at)
{
	return pwrite(fd, bytes, n_bytes, at);
}
