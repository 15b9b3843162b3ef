/* slice.c - see the header. */
#include "base/slice.h"

#include <string.h>

OqSlice
oq_slice(const char *string)
{
	return (OqSlice){string, strlen(string)};
}

gboolean
oq_slice_equals(OqSlice slice, const char *string)
{
	return strncmp(slice.data, string, slice.length) == 0 && string[slice.length] == '\0';
}

gboolean
oq_slice_has_prefix(OqSlice slice, OqSlice prefix)
{
	return slice.length >= prefix.length && memcmp(slice.data, prefix.data, prefix.length) == 0;
}

gboolean
oq_slice_has_suffix(OqSlice slice, OqSlice suffix)
{
	return slice.length >= suffix.length &&
	       memcmp(slice.data + slice.length - suffix.length, suffix.data, suffix.length) == 0;
}

OqSlice
oq_slice_skip(OqSlice slice, gsize n_bytes)
{
	return (OqSlice){slice.data + n_bytes, slice.length - n_bytes};
}

guint
oq_slice_hash(gconstpointer slice)
{
	const OqSlice *s = slice;
	guint hash = 5381;
	for (gsize i = 0; i < s->length; i++)
		hash = hash * 33 + (guchar)s->data[i];
	return hash;
}

gboolean
oq_slice_equal(gconstpointer a, gconstpointer b)
{
	const OqSlice *x = a, *y = b;
	return x->length == y->length && memcmp(x->data, y->data, x->length) == 0;
}
