# clang-format has nothing to change. Only version 14 counts: each version formats differently.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

find_program(clang_format clang-format-14)
if(NOT clang_format)
  skip("there is no clang-format-14 here")
endif()
find_sources(files reader/*.c reader/*.h tests/*.c tests/*.h)
execute_process(COMMAND ${clang_format} --dry-run -Werror ${files} WORKING_DIRECTORY ${SOURCE}
  RESULT_VARIABLE result)
if(result)
  complain(.clang-format "the lines above are formatted differently")
endif()
verdict()
