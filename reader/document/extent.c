/* extent.c - see the header. */
#include "document/extent.h"

struct _OqExtent {
	GArray *files; /* of guint64 */
	guint64 total;
};

OqExtent *
oq_extent_new(void)
{
	OqExtent *extent = g_new0(OqExtent, 1);
	extent->files = g_array_new(FALSE, TRUE, sizeof(guint64));
	return extent;
}

void
oq_extent_free(OqExtent *extent)
{
	if (extent == NULL)
		return;
	g_array_unref(extent->files);
	g_free(extent);
}

static guint64
n_bytes_of(const OqExtent *extent, guint file)
{
	return g_array_index(extent->files, guint64, file);
}

void
oq_extent_set(OqExtent *extent, guint file, guint64 n_bytes)
{
	g_return_if_fail(file <= extent->files->len);
	if (file == extent->files->len)
		g_array_set_size(extent->files, file + 1);
	extent->total += n_bytes - n_bytes_of(extent, file);
	g_array_index(extent->files, guint64, file) = n_bytes;
}

guint64
oq_extent_total(const OqExtent *extent)
{
	return extent->total;
}

guint64
oq_extent_at(const OqExtent *extent, gdouble fraction)
{
	gdouble part = fraction > 0 ? MIN(fraction, 1) : 0;
	guint64 left = (guint64)((gdouble)extent->total * part);
	guint n_files = extent->files->len;
	for (guint i = 0; i < n_files; i++) {
		guint64 n_bytes = n_bytes_of(extent, i);
		if (left < n_bytes || i + 1 == n_files)
			return oq_document_place(i, MIN(left, n_bytes));
		left -= n_bytes;
	}
	return 0;
}

gdouble
oq_extent_fraction(const OqExtent *extent, guint64 place)
{
	guint file = oq_document_file_of(place);
	guint64 before = 0;
	if (extent->total == 0)
		return 0;
	if (file >= extent->files->len)
		return 1;
	for (guint i = 0; i < file; i++)
		before += n_bytes_of(extent, i);
	guint64 byte = MIN(oq_document_byte_of(place), n_bytes_of(extent, file));
	return (gdouble)(before + byte) / (gdouble)extent->total;
}
