/* piecemeal.c - preloaded: a file system that gives and takes one byte at each call, as it may. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(type, name) ((type)(void *)dlsym(RTLD_NEXT, name))

typedef ssize_t (*Read)(int fd, void *bytes, size_t n_bytes);
typedef ssize_t (*Write)(int fd, const void *bytes, size_t n_bytes);
typedef ssize_t (*ReadAt)(int fd, void *bytes, size_t n_bytes, off_t at);
typedef ssize_t (*WriteAt)(int fd, const void *bytes, size_t n_bytes, off_t at);

/* Of a pipe what belongs together comes together. */
static size_t
part(int fd, size_t n_bytes)
{
	struct stat status;
	return n_bytes > 1 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) ? 1 : n_bytes;
}

ssize_t
read(int fd, void *bytes, size_t n_bytes)
{
	return NEXT(Read, "read")(fd, bytes, part(fd, n_bytes));
}

ssize_t
write(int fd, const void *bytes, size_t n_bytes)
{
	return NEXT(Write, "write")(fd, bytes, part(fd, n_bytes));
}

ssize_t
pread(int fd, void *bytes, size_t n_bytes, off_t at)
{
	return NEXT(ReadAt, "pread")(fd, bytes, part(fd, n_bytes), at);
}

ssize_t
pwrite(int fd, const void *bytes, size_t n_bytes, off_t at)
{
	return NEXT(WriteAt, "pwrite")(fd, bytes, part(fd, n_bytes), at);
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
