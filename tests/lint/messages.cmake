# Every message of the program stands in every catalogue of reader/po, translated.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

find_sources(files reader/*.c reader/*.h)
set(template ${BINARY}/lint-messages.pot)
execute_process(WORKING_DIRECTORY ${SOURCE} COMMAND_ERROR_IS_FATAL ANY
  COMMAND xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2
    --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 --output=${template} ${files})
find_sources(catalogues reader/po/*.po)
foreach(file ${catalogues})
  execute_process(COMMAND msgfmt --check --output-file=${BINARY}/lint-messages.mo ${file}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE malformed)
  execute_process(COMMAND msgcmp ${file} ${template}
    WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE incomplete)
  if(malformed OR incomplete)
    complain(${file} "messages are wrong, missing, fuzzy or not translated (see above)")
  endif()
endforeach()
verdict()
