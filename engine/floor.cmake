# confer_floor(<folder> USES <floors below> LINKS <libraries>): one folder, one library.
# A floor may use only floors declared before it, so a cycle can't be written down; and each floor lists
# all floors whose headers it includes (tests/architecture/check_floors.py holds the #includes to that).
function(confer_floor folder)
  cmake_parse_arguments(PARSE_ARGV 1 floor "" "" "USES;LINKS")
  foreach(lower IN LISTS floor_USES)
    if(NOT TARGET confer_${lower})
      message(FATAL_ERROR "floor '${folder}' uses '${lower}', which is not below it")
    endif()
  endforeach()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${folder}/*.h)
  list(FILTER headers EXCLUDE REGEX "_internal\\.h$")
  set(uses ${floor_USES})
  list(TRANSFORM uses PREPEND confer_)

  add_library(confer_${folder} STATIC ${sources})
  target_sources(confer_${folder} PUBLIC
    FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR} FILES ${headers})
  target_compile_features(confer_${folder} PUBLIC cxx_std_20)
  target_link_libraries(confer_${folder} PUBLIC ${uses} PRIVATE confer_warnings ${floor_LINKS})
  set_target_properties(confer_${folder} PROPERTIES
    LINKER_LANGUAGE CXX POSITION_INDEPENDENT_CODE ON VERIFY_INTERFACE_HEADER_SETS ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)  # nobody outside interposes, so calls may be inlined
  list(JOIN floor_USES " " below)
  file(APPEND ${PROJECT_BINARY_DIR}/floors.txt "${folder}: ${below}\n")
endfunction()
