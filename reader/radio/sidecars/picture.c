/* picture.c - see the header. */
#include "radio/sidecars/picture.h"

#include <string.h>

enum { DIGIT_WIDTH = 5 };

static const char shapes_of[] = "0123456789:.";

/** Rows from above, the leftmost pixel the highest of five bits. */
static const guint8 shapes[][OQ_PICTURE_DIGIT_HEIGHT] = {
	{0x0E, 0x11, 0x11, 0x15, 0x11, 0x11, 0x0E},
	{0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E},
	{0x0E, 0x11, 0x01, 0x06, 0x08, 0x10, 0x1F},
	{0x1E, 0x01, 0x01, 0x0E, 0x01, 0x01, 0x1E},
	{0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02},
	{0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E},
	{0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E},
	{0x1F, 0x01, 0x02, 0x04, 0x04, 0x04, 0x04},
	{0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E},
	{0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C},
	{0x00, 0x04, 0x04, 0x00, 0x04, 0x04, 0x00},
	{0x00, 0x00, 0x00, 0x00, 0x00, 0x04, 0x04},
};

OqPicture *
oq_picture_new(guint width, guint height)
{
	OqPicture *picture = g_new0(OqPicture, 1);

	picture->width = width;
	picture->height = height;
	picture->pixels = g_new0(guint8, (gsize)width * height);
	return picture;
}

void
oq_picture_free(OqPicture *picture)
{
	if (picture == NULL)
		return;
	g_free(picture->pixels);
	g_free(picture);
}

void
oq_picture_fill(OqPicture *picture, guint x, guint y, guint width, guint height, guint8 color)
{
	guint right = MIN(x + width, picture->width), bottom = MIN(y + height, picture->height);

	for (guint row = y; row < bottom && x < right; row++)
		memset(picture->pixels + (gsize)row * picture->width + x, color, right - x);
}

static void
draw_shape(OqPicture *picture, guint x, guint y, const guint8 *rows, guint8 color)
{
	for (guint row = 0; row < OQ_PICTURE_DIGIT_HEIGHT; row++)
		for (guint column = 0; column < DIGIT_WIDTH; column++)
			if ((rows[row] >> (DIGIT_WIDTH - 1 - column) & 1) != 0)
				oq_picture_fill(picture, x + column, y + row, 1, 1, color);
}

void
oq_picture_write(OqPicture *picture, guint x, guint y, const char *digits, guint8 color)
{
	for (const char *p = digits; *p != '\0'; p++, x += OQ_PICTURE_DIGIT_STEP) {
		const char *shape = strchr(shapes_of, *p);
		if (shape != NULL)
			draw_shape(picture, x, y, shapes[shape - shapes_of], color);
	}
}
