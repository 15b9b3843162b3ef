# Nothing of ours can be written to at run time: no object in .data, .data.rel, .data.rel.local, .bss.
# Excepted are the quark that G_DEFINE_QUARK makes (q.0, to Clang NAME_quark.q) and the flag of
# engine_espeak.c; and last_words, as a handler of signals is given nothing else.
# The sanitizers add __odr_asan symbols and, with Clang, __unnamed ones, which are not ours.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

file(GLOB libraries ${BINARY}/liboq_*.a)
file(GLOB_RECURSE objects ${BINARY}/CMakeFiles/oqyrman.dir/*.o)
if(NOT libraries OR NOT objects)
  message(FATAL_ERROR "nothing to look at in ${BINARY}")
endif()
foreach(file ${libraries} ${objects})
  execute_process(COMMAND objdump -t ${file} OUTPUT_VARIABLE table COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "O [.](data|data[.]rel|data[.]rel[.]local|bss)\t[0-9a-f]+ +[^\n]+" found "${table}")
  foreach(line ${found})
    string(REGEX REPLACE ".* " "" symbol ${line})
    if(NOT symbol MATCHES "^(q[.][0-9]+|.*_quark[.]q|engine_taken|last_words|__odr_asan.*|__unnamed_.*)$")
      complain(${file} "${symbol} can be written to")
    endif()
  endforeach()
endforeach()
verdict()
