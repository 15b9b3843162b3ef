/* no_jack.c - see the header. */
#include "audio/playing/no_jack.h"

#include <dlfcn.h>

/* As <jack/jack.h> declares it, with plain types. */
void *jack_client_open(const char *name, int options, int *status, ...);

void *
jack_client_open(const char *name, int options, int *status, ...)
{
	(void)name, (void)options;
	if (status != NULL)
		*status = 1; /* JackFailure */
	return NULL;
}

gboolean
oq_no_jack(void)
{
	return dlsym(RTLD_DEFAULT, "jack_client_open") == (void *)jack_client_open;
}
