#include "text/rules/numbers/lists.h"

#include "text_case.h"

#include <locale.h>

static void
test_shared(void)
{
	static const TextCase cases[] = {
		{"|1|, 2 және 3-тармақтар", "бірінші"},
		{"1, |2| және 3-тармақтар", "екінші"},
		{"|1|,2,3-сыныптар", "бірінші"},
		{"1,|2|,3-сыныптар", "екінші"},
		{"|5|,6-баптар", "бесінші"},
		{"|5|,6-сынып", "бесінші"},
		{"|1|-4-сыныптар", "бірінші"},
		{"|1|-4 сыныптар", "бірінші"},
		{"1-|4| сыныптар", "төртінші"},
		{"|9|–11 сынып оқушылары", "тоғызыншы"},
		{"|2| мен 3-қабат", "екінші"},
		{"|2| және 3-ші рет", "екінші"},
		{"|12| және 13 қазанда", "он екінші"},
		{"|5|,6 мамыр", "бесінші"},
		{"|2015| және 2016 жылдары", "екі мың он бесінші"},
		{"№ |5|, 6 үйлер", "бесінші"},
		{"|2| және 3 тармақ", "екінші"},
		{"|9| сыныпта оқиды", "тоғызыншы"},
		/* the last of them is the hyphen's */
		{"1, 2 және |3-тармақтар", NULL},
		/* how many */
		{"|5 сынып", NULL},
		{"|30-50 сынып", NULL},
		{"|2, 3-қабатты үй", NULL},
		{"|2 және 3-бөлмелі", NULL},
		{"|5-6 адам", NULL},
		{"|5, 6 және 7 адам", NULL},
		{"|1500 және 3000 жылдары", NULL},
		/* not of one list */
		{"жасы |10, 3-сыныпта", NULL},
		{"|45, 6 қазанда", NULL},
		{"|1,5-модель", NULL},
		{"|0,5-сыныптар", NULL},
		{"А-|320-200-ұшақтар", NULL},
		{"|12345 және 3-сыныптар", NULL},
		{"|1 000 және 3-сыныптар", NULL},
		{"|5", NULL},
		{"|5, ", NULL},
	};
	text_case_check_all(oq_lists_shared, cases);
}

static void
test_class(void)
{
	static const TextCase cases[] = {
		{"|10| «А» сынып", "оныншы"},
		{"|7| \"Б\" сыныбы", "жетінші"},
		{"|11|а сынып", "он бірінші"},
		{"|11| ә сыныбында", "он бірінші"},
		{"|9б| сынып", "тоғызыншы бе"},
		{"|6-|В сынып", "алтыншы"},
		{"|9|Ә", "тоғызыншы"},
		{"|10|Ә, 10Б", "оныншы"},
		{"|9Б бет", NULL},
		{"|9 Ә", NULL},
		{"|10А ток", NULL},
		{"|13а сынып", NULL},
		{"|0а сынып", NULL},
		{"|10 «Ай» сынып", NULL},
		{"|10 «А сынып", NULL},
		{"|10 «А» үй", NULL},
		{"|10", NULL},
		{"|10 «", NULL},
	};
	text_case_check_all(oq_lists_class, cases);
}

static void
test_signs(void)
{
	static const TextCase cases[] = {
		{"|№№| 5, 6 үйлер", ""},
		{"|№№| 12, 15", "нөмірлері"},
		{"|§§| 5, 6", "параграфтар"},
		{"|№ 5", NULL},
		{"|№№ бес", NULL},
		{"|№ № 5", NULL},
		{"|%% 5", NULL},
	};
	text_case_check_all(oq_lists_signs, cases);
}

int
main(int argc, char **argv)
{
	setlocale(LC_ALL, ""); /* so that Kazakh is printed */
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lists/shared", test_shared);
	g_test_add_func("/lists/class", test_class);
	g_test_add_func("/lists/signs", test_signs);
	return g_test_run();
}
