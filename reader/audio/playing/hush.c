/* hush.c - see the header. */
#undef _FORTIFY_SOURCE /* it would make vfprintf() a macro or an inline function */
#include "audio/playing/hush.h"

#include <dlfcn.h>
#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int __vfprintf_chk(FILE *stream, int flag, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

static void
ignore(const char *file, int line, const char *function, int code, const char *format, ...)
{
	(void)file, (void)line, (void)function, (void)code, (void)format;
}

/* PortAudio's header does not tell of libasound, which comes with it. */
void
oq_hush_alsa(void)
{
	typedef void (*Handler)(const char *, int, const char *, int, const char *, ...);
	int (*set_handler)(Handler);
	*(void **)&set_handler = dlsym(RTLD_DEFAULT, "snd_lib_error_set_handler");
	if (set_handler != NULL)
		set_handler(ignore);
}

int
vfprintf(FILE *stream, const char *format, va_list args)
{
	if (stream == stderr && g_str_has_prefix(format, "Expression '"))
		return 0;
	char *text = NULL;
	int n = vasprintf(&text, format, args);
	if (n >= 0 && fwrite(text, 1, (gsize)n, stream) < (gsize)n)
		n = -1;
	free(text);
	return n;
}

/* What it is called in libraries that were compiled with _FORTIFY_SOURCE. */
int
__vfprintf_chk(FILE *stream, int flag, const char *format, va_list args)
{
	(void)flag;
	return vfprintf(stream, format, args);
}
