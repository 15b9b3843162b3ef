#include "open/markup/xml_tape.h"

/* <a><b x:n="1" m="екі">бір</b></a>, the text in two pieces. */
static OqXmlTape *
make(void)
{
	OqXmlTape *tape = oq_xml_tape_new();
	oq_xml_tape_put(tape, OQ_XML_START, 0, "a");
	oq_xml_tape_put(tape, OQ_XML_START, 1, "b");
	oq_xml_tape_put_attribute(tape, "x", "n", "1", 1);
	oq_xml_tape_put_attribute(tape, NULL, "m", "екі!", 6);
	oq_xml_tape_put_text(tape, 2, "бі", 4);
	oq_xml_tape_put_text(tape, 2, "р!", 2);
	oq_xml_tape_put(tape, OQ_XML_END, 1, "b");
	oq_xml_tape_put(tape, OQ_XML_END, 0, "a");
	return tape;
}

static void
assert_taken(OqXmlTape *tape, OqXmlEvent event, guint depth, const char *name)
{
	g_assert_true(oq_xml_tape_is_next(tape, event, depth));
	g_assert_false(oq_xml_tape_is_next(tape, event, depth + 1));
	oq_xml_tape_take(tape);
	g_assert_cmpint(oq_xml_tape_event(tape), ==, event);
	g_assert_cmpuint(oq_xml_tape_depth(tape), ==, depth);
	g_assert_cmpstr(oq_xml_tape_name(tape), ==, name);
}

static void
assert_attributes(OqXmlTape *tape)
{
	const char *const *all = oq_xml_tape_attributes(tape);
	g_assert_cmpstr(all[0], ==, "x:n");
	g_assert_cmpstr(all[1], ==, "1");
	g_assert_cmpstr(all[2], ==, "m");
	g_assert_cmpstr(all[3], ==, "екі");
	g_assert_null(all[4]);
	g_assert_cmpstr(oq_xml_tape_attribute(tape, "n"), ==, "1");
	g_assert_cmpstr(oq_xml_tape_attribute(tape, "m"), ==, "екі");
	g_assert_null(oq_xml_tape_attribute(tape, "x"));
}

static void
test_order(void)
{
	g_autoptr(OqXmlTape) tape = make();
	for (guint i = 0; i < 2; i++) {
		assert_taken(tape, OQ_XML_START, 0, "a");
		g_assert_null(oq_xml_tape_attributes(tape)[0]);
		assert_taken(tape, OQ_XML_START, 1, "b");
		assert_attributes(tape);
		assert_taken(tape, OQ_XML_TEXT, 2, "бір");
		assert_taken(tape, OQ_XML_END, 1, "b");
		assert_taken(tape, OQ_XML_END, 0, "a");
		g_assert_true(oq_xml_tape_is_over(tape));
		g_assert_false(oq_xml_tape_is_next(tape, OQ_XML_END, 0));
		oq_xml_tape_rewind(tape);
	}
	oq_xml_tape_free(NULL);
}

/* What was taken last stays, whatever is left out and forgotten. */
static void
test_forget(void)
{
	g_autoptr(OqXmlTape) tape = make();
	oq_xml_tape_take(tape);
	oq_xml_tape_take(tape);
	oq_xml_tape_pass(tape);
	oq_xml_tape_pass(tape);
	oq_xml_tape_pass(tape);
	g_assert_true(oq_xml_tape_is_over(tape));
	oq_xml_tape_forget(tape);
	g_assert_true(oq_xml_tape_is_over(tape));
	g_assert_cmpstr(oq_xml_tape_name(tape), ==, "b");
	assert_attributes(tape);
	oq_xml_tape_put_text(tape, 1, "төрт", 8);
	assert_taken(tape, OQ_XML_TEXT, 1, "төрт");
	g_autoptr(OqXmlTape) empty = oq_xml_tape_new();
	oq_xml_tape_forget(empty);
	g_assert_true(oq_xml_tape_is_over(empty));
}

/* A text that was taken does not grow. */
static void
test_texts(void)
{
	g_autoptr(OqXmlTape) tape = oq_xml_tape_new();
	oq_xml_tape_put_text(tape, 1, "a", 1);
	assert_taken(tape, OQ_XML_TEXT, 1, "a");
	oq_xml_tape_put_text(tape, 1, "b", 1);
	oq_xml_tape_put_text(tape, 1, "", 0);
	oq_xml_tape_put_text(tape, 1, "c", 1);
	g_assert_cmpstr(oq_xml_tape_name(tape), ==, "a");
	assert_taken(tape, OQ_XML_TEXT, 1, "bc");
	g_assert_true(oq_xml_tape_is_over(tape));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml_tape/order", test_order);
	g_test_add_func("/xml_tape/forget", test_forget);
	g_test_add_func("/xml_tape/texts", test_texts);
	return g_test_run();
}
