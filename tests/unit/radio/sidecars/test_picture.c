#include "radio/sidecars/picture.h"

#include <string.h>

/* "#" is drawn. */
static void
assert_drawn(const OqPicture *picture, const char *wanted)
{
	g_autoptr(GString) rows = g_string_new(NULL);
	for (guint i = 0; i < picture->width * picture->height; i++) {
		g_string_append_c(rows, picture->pixels[i] == 0 ? '.' : '#');
		if (i % picture->width == picture->width - 1)
			g_string_append_c(rows, '\n');
	}
	g_assert_cmpstr(rows->str, ==, wanted);
}

static void
test_fill(void)
{
	g_autoptr(OqPicture) picture = oq_picture_new(4, 3);
	oq_picture_fill(picture, 1, 1, 2, 1, 1);
	assert_drawn(picture, "....\n.##.\n....\n");
	g_assert_cmpuint(picture->pixels[5], ==, 1);
}

static void
test_outside_is_not_drawn(void)
{
	g_autoptr(OqPicture) picture = oq_picture_new(4, 3);
	oq_picture_fill(picture, 3, 2, 9, 9, 1);
	oq_picture_fill(picture, 4, 0, 1, 9, 1);
	oq_picture_fill(picture, 0, 3, 9, 1, 1);
	assert_drawn(picture, "....\n....\n...#\n");
}

static void
test_write(void)
{
	g_autoptr(OqPicture) picture = oq_picture_new(18, 7);
	oq_picture_write(picture, 0, 0, "1:7", 3);
	assert_drawn(picture, "..#.........#####.\n"
			      ".##.....#.......#.\n"
			      "..#.....#......#..\n"
			      "..#...........#...\n"
			      "..#.....#.....#...\n"
			      "..#.....#.....#...\n"
			      ".###..........#...\n");
}

static void
test_all_digits_differ(void)
{
	static const char all[] = "0123456789:.";
	for (guint i = 0; all[i] != '\0'; i++)
		for (guint j = 0; j < i; j++) {
			const char one[] = {all[i], '\0'}, two[] = {all[j], '\0'};
			g_autoptr(OqPicture) a = oq_picture_new(6, 7), b = oq_picture_new(6, 7);
			oq_picture_write(a, 0, 0, one, 1);
			oq_picture_write(b, 0, 0, two, 1);
			g_assert_cmpint(memcmp(a->pixels, b->pixels, 42), !=, 0);
		}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/picture/fill", test_fill);
	g_test_add_func("/picture/outside-is-not-drawn", test_outside_is_not_drawn);
	g_test_add_func("/picture/write", test_write);
	g_test_add_func("/picture/all-digits-differ", test_all_digits_differ);
	return g_test_run();
}
