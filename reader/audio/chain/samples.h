/* samples.h - the same sound as whole numbers and as floats, full scale 1.
 * Floats are rounded to the nearest number, and what is beyond full scale becomes full scale. */
#pragma once

#include <glib.h>

/** oq_samples_to_float: exact: oq_samples_to_16() gives @samples again. */
void oq_samples_to_float(const gint16 *samples, gsize n_samples, gfloat *out);

void oq_samples_to_16(const gfloat *samples, gsize n_samples, gint16 *out);

/** oq_samples_are_16: oq_samples_to_float() makes @samples of @whole. */
gboolean oq_samples_are_16(const gfloat *samples, gsize n_samples, const gint16 *whole);

/** oq_samples_to_24: in the upper 24 of 32 bits; the lower 8 are 0. */
void oq_samples_to_24(const gfloat *samples, gsize n_samples, gint32 *out);

/** oq_samples_to_bytes_24: the same in three bytes each. @out: has room for one byte more. */
void oq_samples_to_bytes_24(
	const gfloat *samples, gsize n_samples, gboolean is_big_endian, guint8 *out);
