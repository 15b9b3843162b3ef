/* picture.h - a picture that is drawn: rectangles, and times in small digits. What lies outside is
 * not drawn. A colour is an index; 0 is the ground. */
#pragma once

#include <glib.h>

enum {
	OQ_PICTURE_DIGIT_HEIGHT = 7,
	OQ_PICTURE_DIGIT_STEP = 6, /* from one to the next */
};

typedef struct {
	guint width;
	guint height;
	guint8 *pixels; /* row by row */
} OqPicture;

OqPicture *oq_picture_new(guint width, guint height);
void oq_picture_free(OqPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqPicture, oq_picture_free)

void oq_picture_fill(OqPicture *picture, guint x, guint y, guint width, guint height, guint8 color);

/** oq_picture_write: @digits: of 0-9, ":" and "."; (@x, @y) is the upper left corner. */
void oq_picture_write(OqPicture *picture, guint x, guint y, const char *digits, guint8 color);
