/* failing.c - preloaded: each OQ_NTH-th piece of memory that is asked for is refused, from the
 * first line of main() on: what libraries do before it is not ours to mend. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

void *__libc_malloc(size_t n_bytes);
void *__libc_calloc(size_t n, size_t n_bytes);
void *__libc_realloc(void *memory, size_t n_bytes);

typedef int (*Main)(int n_arguments, char **arguments, char **environment);
typedef int (*StartMain)(Main main, int n_arguments, char **arguments, void (*init)(void),
	void (*fini)(void), void (*loader_fini)(void), void *stack_end);

static Main program;
static atomic_ulong n_asked;
static unsigned long nth; /* 0: main() has not begun */

static int
begin(int n_arguments, char **arguments, char **environment)
{
	nth = strtoul(getenv("OQ_NTH"), NULL, 10);
	return program(n_arguments, arguments, environment);
}

int __libc_start_main(Main main, int n_arguments, char **arguments, void (*init)(void),
	void (*fini)(void), void (*loader_fini)(void), void *stack_end);

int
__libc_start_main(Main main, int n_arguments, char **arguments, void (*init)(void),
	void (*fini)(void), void (*loader_fini)(void), void *stack_end)
{
	StartMain start = (StartMain)dlsym(RTLD_NEXT, "__libc_start_main");
	program = main;
	return start(begin, n_arguments, arguments, init, fini, loader_fini, stack_end);
}

static int
is_refused(void)
{
	if (nth == 0 || atomic_fetch_add(&n_asked, 1) % nth != nth - 1)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t n_bytes)
{
	return is_refused() ? NULL : __libc_malloc(n_bytes);
}

void *
calloc(size_t n, size_t n_bytes)
{
	return is_refused() ? NULL : __libc_calloc(n, n_bytes);
}

void *
realloc(void *memory, size_t n_bytes)
{
	return is_refused() ? NULL : __libc_realloc(memory, n_bytes);
}
