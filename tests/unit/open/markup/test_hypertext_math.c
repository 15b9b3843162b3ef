#include "open/markup/hypertext.h"

#include "fed_hypertext.h"

/* In a line, and no number becomes another one. */
static void
test_math(void)
{
	assert_fed("<p>Егер <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>"
		   "</math>, онда</p>",
		"paragraph: Егер E=mc², онда\n");
	assert_fed("<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> бөлігі</p>",
		"paragraph: 1/2 бөлігі\n");
	assert_fed("<p><math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>",
		"paragraph: 3 1/2\n");
	assert_fed("<p>А<math display='block'><msqrt><mn>9</mn></msqrt></math>Ә</p>",
		"paragraph: А √9 Ә\n");
	assert_fed(
		"<p><math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd>"
		"<mn>3</mn></mtd></mtr></mtable><msup><mi>x</mi><mi>n</mi></msup></math></p>",
		"paragraph: 1 2 3x n\n");
	assert_fed("<p><math><semantics><mn>7</mn><annotation>TeX</annotation></semantics></math>"
		   "</p>",
		"paragraph: 7\n");
}

/* What an author says of a formula goes before it, unless it is said to TeX. */
static void
test_alttext(void)
{
	assert_fed("<p>Бұл <math alttext='екі бірінен артық'><mn>2</mn></math>.</p>",
		"paragraph: Бұл екі бірінен артық.\n");
	assert_fed("<p>Бұл <math alttext='{\\displaystyle 2}'><mn>2</mn></math>.</p>",
		"paragraph: Бұл 2.\n");
	assert_fed("<p>Бұл <math alttext=''><mn>2</mn></math>.</p>", "paragraph: Бұл 2.\n");
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hypertext_math/lines", test_math);
	g_test_add_func("/hypertext_math/alttext", test_alttext);
	return g_test_run();
}
