-- Generated from templates/staging/queries/{table}_transform.sql.
-- shop_customers_hist_union → shop_customers_stg: clean, then join, then one row per key. time is never touched.
-- Each step reads the one before, so that nothing is computed twice.
WITH source AS (
  SELECT
    s."id",
    s."email",
    s."phone",
    s."first_name",
    s."created_at",
    s."updated_at",
    s."properties",
    s."email_0",
    s."phone_1",
    s."date_2",
    s."price_3",
    s."is_4",
    s."ref_5_id",
    s."count_6",
    s."text_7",
    s."email_8",
    s."phone_9",
    s."date_10",
    s."price_11",
    s."is_12",
    s."ref_13_id",
    s."count_14",
    s."text_15",
    s."email_16",
    s."phone_17",
    s."date_18",
    s."price_19",
    s."is_20",
    s."ref_21_id",
    s."count_22",
    s."text_23",
    s."email_24",
    s."phone_25",
    s."date_26",
    s."price_27",
    s."is_28",
    s."ref_29_id",
    s."count_30",
    s."text_31",
    s."email_32",
    s."phone_33",
    s."date_34",
    s."price_35",
    s."is_36",
    s."ref_37_id",
    s."count_38",
    s."text_39",
    s."email_40",
    s."phone_41",
    s."date_42",
    s."price_43",
    s."is_44",
    s."ref_45_id",
    s."count_46",
    s."text_47",
    s."email_48",
    s."phone_49",
    s."date_50",
    s."price_51",
    s."is_52",
    s."ref_53_id",
    s."count_54",
    s."text_55",
    s."email_56",
    s."phone_57",
    s."date_58",
    s."price_59",
    s."is_60",
    s."ref_61_id",
    s."count_62",
    s."text_63",
    s."email_64",
    s."phone_65",
    s."date_66",
    s."price_67",
    s."is_68",
    s."ref_69_id",
    s."count_70",
    s."text_71",
    s."email_72",
    s."phone_73",
    s."date_74",
    s."price_75",
    s."is_76",
    s."ref_77_id",
    s."count_78",
    s."text_79",
    s."email_80",
    s."phone_81",
    s."date_82",
    s."price_83",
    s."is_84",
    s."ref_85_id",
    s."count_86",
    s."text_87",
    s."email_88",
    s."phone_89",
    s."date_90",
    s."price_91",
    s."is_92",
    s."ref_93_id",
    s."count_94",
    s."text_95",
    s."email_96",
    s."phone_97",
    s."date_98",
    s."price_99",
    s."is_100",
    s."ref_101_id",
    s."count_102",
    s."text_103",
    s."email_104",
    s."phone_105",
    s."date_106",
    s."price_107",
    s."is_108",
    s."ref_109_id",
    s."count_110",
    s."text_111",
    s."email_112",
    s."phone_113",
    s."date_114",
    s."price_115",
    s."is_116",
    s."ref_117_id",
    s."count_118",
    s."text_119",
    s."email_120",
    s."phone_121",
    s."date_122",
    s."price_123",
    s."is_124",
    s."ref_125_id",
    s."count_126",
    s."text_127",
    s."email_128",
    s."phone_129",
    s."date_130",
    s."price_131",
    s."is_132",
    s."ref_133_id",
    s."count_134",
    s."text_135",
    s."email_136",
    s."phone_137",
    s."date_138",
    s."price_139",
    s."is_140",
    s."ref_141_id",
    s."count_142",
    s."text_143",
    s."email_144",
    s."phone_145",
    s."date_146",
    s."price_147",
    s."is_148",
    s."ref_149_id",
    s."count_150",
    s."text_151",
    s."email_152",
    s."phone_153",
    s."date_154",
    s."price_155",
    s."is_156",
    s."ref_157_id",
    s."count_158",
    s."text_159",
    s."email_160",
    s."phone_161",
    s."date_162",
    s."price_163",
    s."is_164",
    s."ref_165_id",
    s."count_166",
    s."text_167",
    s."email_168",
    s."phone_169",
    s."date_170",
    s."price_171",
    s."is_172",
    s."ref_173_id",
    s."count_174",
    s."text_175",
    s."email_176",
    s."phone_177",
    s."date_178",
    s."price_179",
    s."is_180",
    s."ref_181_id",
    s."count_182",
    s."text_183",
    s."email_184",
    s."phone_185",
    s."date_186",
    s."price_187",
    s."is_188",
    s."ref_189_id",
    s."count_190",
    s."text_191",
    s."email_192",
    s."phone_193",
    s."date_194",
    s."price_195",
    s."is_196",
    s."ref_197_id",
    s."count_198",
    s."text_199",
    s."email_200",
    s."phone_201",
    s."date_202",
    s."price_203",
    s."is_204",
    s."ref_205_id",
    s."count_206",
    s."text_207",
    s."email_208",
    s."phone_209",
    s."date_210",
    s."price_211",
    s."is_212",
    s."ref_213_id",
    s."count_214",
    s."text_215",
    s."email_216",
    s."phone_217",
    s."date_218",
    s."price_219",
    s."is_220",
    s."ref_221_id",
    s."count_222",
    s."text_223",
    s."email_224",
    s."phone_225",
    s."date_226",
    s."price_227",
    s."is_228",
    s."ref_229_id",
    s."count_230",
    s."text_231",
    s."email_232",
    s."phone_233",
    s."date_234",
    s."price_235",
    s."is_236",
    s."ref_237_id",
    s."count_238",
    s."text_239",
    s."email_240",
    s."phone_241",
    s."date_242",
    s."price_243",
    s."is_244",
    s."ref_245_id",
    s."count_246",
    s."text_247",
    s."email_248",
    s."phone_249",
    s."date_250",
    s."price_251",
    s."is_252",
    s."ref_253_id",
    s."count_254",
    s."text_255",
    s."email_256",
    s."phone_257",
    s."date_258",
    s."price_259",
    s."is_260",
    s."ref_261_id",
    s."count_262",
    s."text_263",
    s."email_264",
    s."phone_265",
    s."date_266",
    s."price_267",
    s."is_268",
    s."ref_269_id",
    s."count_270",
    s."text_271",
    s."email_272",
    s."phone_273",
    s."date_274",
    s."price_275",
    s."is_276",
    s."ref_277_id",
    s."count_278",
    s."text_279",
    s."email_280",
    s."phone_281",
    s."date_282",
    s."price_283",
    s."is_284",
    s."ref_285_id",
    s."count_286",
    s."text_287",
    s."email_288",
    s."phone_289",
    s."date_290",
    s."price_291",
    s."is_292",
    s."ref_293_id",
    s."count_294",
    s."text_295",
    s."email_296",
    s."phone_297",
    s."date_298",
    s."price_299",
    s."is_300",
    s."ref_301_id",
    s."count_302",
    s."text_303",
    s."email_304",
    s."phone_305",
    s."date_306",
    s."price_307",
    s."is_308",
    s."ref_309_id",
    s."count_310",
    s."text_311",
    s."email_312",
    s."phone_313",
    s."date_314",
    s."price_315",
    s."is_316",
    s."ref_317_id",
    s."count_318",
    s."text_319",
    s."email_320",
    s."phone_321",
    s."date_322",
    s."price_323",
    s."is_324",
    s."ref_325_id",
    s."count_326",
    s."text_327",
    s."email_328",
    s."phone_329",
    s."date_330",
    s."price_331",
    s."is_332",
    s."ref_333_id",
    s."count_334",
    s."text_335",
    s."email_336",
    s."phone_337",
    s."date_338",
    s."price_339",
    s."is_340",
    s."ref_341_id",
    s."count_342",
    s."text_343",
    s."email_344",
    s."phone_345",
    s."date_346",
    s."price_347",
    s."is_348",
    s."ref_349_id",
    s."count_350",
    s."text_351",
    s."email_352",
    s."phone_353",
    s."date_354",
    s."price_355",
    s."is_356",
    s."ref_357_id",
    s."count_358",
    s."text_359",
    s."email_360",
    s."phone_361",
    s."date_362",
    s."price_363",
    s."is_364",
    s."ref_365_id",
    s."count_366",
    s."text_367",
    s."email_368",
    s."phone_369",
    s."date_370",
    s."price_371",
    s."is_372",
    s."ref_373_id",
    s."count_374",
    s."text_375",
    s."email_376",
    s."phone_377",
    s."date_378",
    s."price_379",
    s."is_380",
    s."ref_381_id",
    s."count_382",
    s."text_383",
    s."email_384",
    s."phone_385",
    s."date_386",
    s."price_387",
    s."is_388",
    s."ref_389_id",
    s."count_390",
    s."text_391",
    s."email_392",
    s."record_origin",
    s."time"
  FROM "acme_src"."shop_customers_hist_union" s
  JOIN "acme_stg"."shop_customers_stg_window" w ON w."origin" = COALESCE(s."record_origin", 'inc')
  WHERE s."time" > w."lo" AND s."time" <= w."hi"
    AND s."time" >= ${(td.last_results || {})[tbl.name + '_from'] || 0}
),
cleaned AS (
  SELECT
    CASE WHEN upper(trim("id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("id") END AS "id",
    CASE WHEN upper(trim("email")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email")) END AS "email",
    CASE WHEN regexp_like("phone", '[1-9]') THEN regexp_replace("phone", '[^0-9]', '') END AS "phone",
    regexp_replace(regexp_replace("phone", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone__raw",
    CASE WHEN upper(trim("first_name")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("first_name") END AS "first_name",
    CASE WHEN upper(trim("created_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("created_at") END AS "created_at",
    regexp_replace(trim("created_at"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "created_at__raw",
    CASE WHEN upper(trim("updated_at")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("updated_at") END AS "updated_at",
    regexp_replace(trim("updated_at"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "updated_at__raw",
    CASE WHEN upper(trim("properties")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("properties") END AS "properties",
    CASE WHEN upper(trim("email_0")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_0")) END AS "email_0",
    CASE WHEN regexp_like("phone_1", '[1-9]') THEN regexp_replace("phone_1", '[^0-9]', '') END AS "phone_1",
    regexp_replace(regexp_replace("phone_1", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_1__raw",
    CASE WHEN upper(trim("date_2")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_2") END AS "date_2",
    regexp_replace(trim("date_2"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_2__raw",
    "price_3" AS "price_3",
    CASE WHEN lower(trim("is_4")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_4")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_4",
    CASE WHEN upper(trim("ref_5_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_5_id") END AS "ref_5_id",
    "count_6" AS "count_6",
    CASE WHEN upper(trim("text_7")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_7") END AS "text_7",
    CASE WHEN upper(trim("email_8")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_8")) END AS "email_8",
    CASE WHEN regexp_like("phone_9", '[1-9]') THEN regexp_replace("phone_9", '[^0-9]', '') END AS "phone_9",
    regexp_replace(regexp_replace("phone_9", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_9__raw",
    CASE WHEN upper(trim("date_10")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_10") END AS "date_10",
    regexp_replace(trim("date_10"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_10__raw",
    "price_11" AS "price_11",
    CASE WHEN lower(trim("is_12")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_12")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_12",
    CASE WHEN upper(trim("ref_13_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_13_id") END AS "ref_13_id",
    "count_14" AS "count_14",
    CASE WHEN upper(trim("text_15")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_15") END AS "text_15",
    CASE WHEN upper(trim("email_16")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_16")) END AS "email_16",
    CASE WHEN regexp_like("phone_17", '[1-9]') THEN regexp_replace("phone_17", '[^0-9]', '') END AS "phone_17",
    regexp_replace(regexp_replace("phone_17", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_17__raw",
    CASE WHEN upper(trim("date_18")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_18") END AS "date_18",
    regexp_replace(trim("date_18"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_18__raw",
    "price_19" AS "price_19",
    CASE WHEN lower(trim("is_20")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_20")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_20",
    CASE WHEN upper(trim("ref_21_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_21_id") END AS "ref_21_id",
    "count_22" AS "count_22",
    CASE WHEN upper(trim("text_23")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_23") END AS "text_23",
    CASE WHEN upper(trim("email_24")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_24")) END AS "email_24",
    CASE WHEN regexp_like("phone_25", '[1-9]') THEN regexp_replace("phone_25", '[^0-9]', '') END AS "phone_25",
    regexp_replace(regexp_replace("phone_25", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_25__raw",
    CASE WHEN upper(trim("date_26")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_26") END AS "date_26",
    regexp_replace(trim("date_26"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_26__raw",
    "price_27" AS "price_27",
    CASE WHEN lower(trim("is_28")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_28")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_28",
    CASE WHEN upper(trim("ref_29_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_29_id") END AS "ref_29_id",
    "count_30" AS "count_30",
    CASE WHEN upper(trim("text_31")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_31") END AS "text_31",
    CASE WHEN upper(trim("email_32")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_32")) END AS "email_32",
    CASE WHEN regexp_like("phone_33", '[1-9]') THEN regexp_replace("phone_33", '[^0-9]', '') END AS "phone_33",
    regexp_replace(regexp_replace("phone_33", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_33__raw",
    CASE WHEN upper(trim("date_34")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_34") END AS "date_34",
    regexp_replace(trim("date_34"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_34__raw",
    "price_35" AS "price_35",
    CASE WHEN lower(trim("is_36")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_36")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_36",
    CASE WHEN upper(trim("ref_37_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_37_id") END AS "ref_37_id",
    "count_38" AS "count_38",
    CASE WHEN upper(trim("text_39")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_39") END AS "text_39",
    CASE WHEN upper(trim("email_40")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_40")) END AS "email_40",
    CASE WHEN regexp_like("phone_41", '[1-9]') THEN regexp_replace("phone_41", '[^0-9]', '') END AS "phone_41",
    regexp_replace(regexp_replace("phone_41", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_41__raw",
    CASE WHEN upper(trim("date_42")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_42") END AS "date_42",
    regexp_replace(trim("date_42"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_42__raw",
    "price_43" AS "price_43",
    CASE WHEN lower(trim("is_44")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_44")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_44",
    CASE WHEN upper(trim("ref_45_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_45_id") END AS "ref_45_id",
    "count_46" AS "count_46",
    CASE WHEN upper(trim("text_47")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_47") END AS "text_47",
    CASE WHEN upper(trim("email_48")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_48")) END AS "email_48",
    CASE WHEN regexp_like("phone_49", '[1-9]') THEN regexp_replace("phone_49", '[^0-9]', '') END AS "phone_49",
    regexp_replace(regexp_replace("phone_49", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_49__raw",
    CASE WHEN upper(trim("date_50")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_50") END AS "date_50",
    regexp_replace(trim("date_50"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_50__raw",
    "price_51" AS "price_51",
    CASE WHEN lower(trim("is_52")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_52")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_52",
    CASE WHEN upper(trim("ref_53_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_53_id") END AS "ref_53_id",
    "count_54" AS "count_54",
    CASE WHEN upper(trim("text_55")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_55") END AS "text_55",
    CASE WHEN upper(trim("email_56")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_56")) END AS "email_56",
    CASE WHEN regexp_like("phone_57", '[1-9]') THEN regexp_replace("phone_57", '[^0-9]', '') END AS "phone_57",
    regexp_replace(regexp_replace("phone_57", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_57__raw",
    CASE WHEN upper(trim("date_58")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_58") END AS "date_58",
    regexp_replace(trim("date_58"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_58__raw",
    "price_59" AS "price_59",
    CASE WHEN lower(trim("is_60")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_60")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_60",
    CASE WHEN upper(trim("ref_61_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_61_id") END AS "ref_61_id",
    "count_62" AS "count_62",
    CASE WHEN upper(trim("text_63")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_63") END AS "text_63",
    CASE WHEN upper(trim("email_64")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_64")) END AS "email_64",
    CASE WHEN regexp_like("phone_65", '[1-9]') THEN regexp_replace("phone_65", '[^0-9]', '') END AS "phone_65",
    regexp_replace(regexp_replace("phone_65", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_65__raw",
    CASE WHEN upper(trim("date_66")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_66") END AS "date_66",
    regexp_replace(trim("date_66"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_66__raw",
    "price_67" AS "price_67",
    CASE WHEN lower(trim("is_68")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_68")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_68",
    CASE WHEN upper(trim("ref_69_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_69_id") END AS "ref_69_id",
    "count_70" AS "count_70",
    CASE WHEN upper(trim("text_71")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_71") END AS "text_71",
    CASE WHEN upper(trim("email_72")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_72")) END AS "email_72",
    CASE WHEN regexp_like("phone_73", '[1-9]') THEN regexp_replace("phone_73", '[^0-9]', '') END AS "phone_73",
    regexp_replace(regexp_replace("phone_73", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_73__raw",
    CASE WHEN upper(trim("date_74")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_74") END AS "date_74",
    regexp_replace(trim("date_74"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_74__raw",
    "price_75" AS "price_75",
    CASE WHEN lower(trim("is_76")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_76")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_76",
    CASE WHEN upper(trim("ref_77_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_77_id") END AS "ref_77_id",
    "count_78" AS "count_78",
    CASE WHEN upper(trim("text_79")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_79") END AS "text_79",
    CASE WHEN upper(trim("email_80")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_80")) END AS "email_80",
    CASE WHEN regexp_like("phone_81", '[1-9]') THEN regexp_replace("phone_81", '[^0-9]', '') END AS "phone_81",
    regexp_replace(regexp_replace("phone_81", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_81__raw",
    CASE WHEN upper(trim("date_82")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_82") END AS "date_82",
    regexp_replace(trim("date_82"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_82__raw",
    "price_83" AS "price_83",
    CASE WHEN lower(trim("is_84")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_84")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_84",
    CASE WHEN upper(trim("ref_85_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_85_id") END AS "ref_85_id",
    "count_86" AS "count_86",
    CASE WHEN upper(trim("text_87")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_87") END AS "text_87",
    CASE WHEN upper(trim("email_88")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_88")) END AS "email_88",
    CASE WHEN regexp_like("phone_89", '[1-9]') THEN regexp_replace("phone_89", '[^0-9]', '') END AS "phone_89",
    regexp_replace(regexp_replace("phone_89", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_89__raw",
    CASE WHEN upper(trim("date_90")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_90") END AS "date_90",
    regexp_replace(trim("date_90"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_90__raw",
    "price_91" AS "price_91",
    CASE WHEN lower(trim("is_92")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_92")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_92",
    CASE WHEN upper(trim("ref_93_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_93_id") END AS "ref_93_id",
    "count_94" AS "count_94",
    CASE WHEN upper(trim("text_95")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_95") END AS "text_95",
    CASE WHEN upper(trim("email_96")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_96")) END AS "email_96",
    CASE WHEN regexp_like("phone_97", '[1-9]') THEN regexp_replace("phone_97", '[^0-9]', '') END AS "phone_97",
    regexp_replace(regexp_replace("phone_97", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_97__raw",
    CASE WHEN upper(trim("date_98")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_98") END AS "date_98",
    regexp_replace(trim("date_98"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_98__raw",
    "price_99" AS "price_99",
    CASE WHEN lower(trim("is_100")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_100")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_100",
    CASE WHEN upper(trim("ref_101_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_101_id") END AS "ref_101_id",
    "count_102" AS "count_102",
    CASE WHEN upper(trim("text_103")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_103") END AS "text_103",
    CASE WHEN upper(trim("email_104")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_104")) END AS "email_104",
    CASE WHEN regexp_like("phone_105", '[1-9]') THEN regexp_replace("phone_105", '[^0-9]', '') END AS "phone_105",
    regexp_replace(regexp_replace("phone_105", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_105__raw",
    CASE WHEN upper(trim("date_106")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_106") END AS "date_106",
    regexp_replace(trim("date_106"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_106__raw",
    "price_107" AS "price_107",
    CASE WHEN lower(trim("is_108")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_108")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_108",
    CASE WHEN upper(trim("ref_109_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_109_id") END AS "ref_109_id",
    "count_110" AS "count_110",
    CASE WHEN upper(trim("text_111")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_111") END AS "text_111",
    CASE WHEN upper(trim("email_112")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_112")) END AS "email_112",
    CASE WHEN regexp_like("phone_113", '[1-9]') THEN regexp_replace("phone_113", '[^0-9]', '') END AS "phone_113",
    regexp_replace(regexp_replace("phone_113", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_113__raw",
    CASE WHEN upper(trim("date_114")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_114") END AS "date_114",
    regexp_replace(trim("date_114"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_114__raw",
    "price_115" AS "price_115",
    CASE WHEN lower(trim("is_116")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_116")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_116",
    CASE WHEN upper(trim("ref_117_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_117_id") END AS "ref_117_id",
    "count_118" AS "count_118",
    CASE WHEN upper(trim("text_119")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_119") END AS "text_119",
    CASE WHEN upper(trim("email_120")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_120")) END AS "email_120",
    CASE WHEN regexp_like("phone_121", '[1-9]') THEN regexp_replace("phone_121", '[^0-9]', '') END AS "phone_121",
    regexp_replace(regexp_replace("phone_121", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_121__raw",
    CASE WHEN upper(trim("date_122")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_122") END AS "date_122",
    regexp_replace(trim("date_122"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_122__raw",
    "price_123" AS "price_123",
    CASE WHEN lower(trim("is_124")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_124")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_124",
    CASE WHEN upper(trim("ref_125_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_125_id") END AS "ref_125_id",
    "count_126" AS "count_126",
    CASE WHEN upper(trim("text_127")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_127") END AS "text_127",
    CASE WHEN upper(trim("email_128")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_128")) END AS "email_128",
    CASE WHEN regexp_like("phone_129", '[1-9]') THEN regexp_replace("phone_129", '[^0-9]', '') END AS "phone_129",
    regexp_replace(regexp_replace("phone_129", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_129__raw",
    CASE WHEN upper(trim("date_130")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_130") END AS "date_130",
    regexp_replace(trim("date_130"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_130__raw",
    "price_131" AS "price_131",
    CASE WHEN lower(trim("is_132")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_132")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_132",
    CASE WHEN upper(trim("ref_133_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_133_id") END AS "ref_133_id",
    "count_134" AS "count_134",
    CASE WHEN upper(trim("text_135")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_135") END AS "text_135",
    CASE WHEN upper(trim("email_136")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_136")) END AS "email_136",
    CASE WHEN regexp_like("phone_137", '[1-9]') THEN regexp_replace("phone_137", '[^0-9]', '') END AS "phone_137",
    regexp_replace(regexp_replace("phone_137", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_137__raw",
    CASE WHEN upper(trim("date_138")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_138") END AS "date_138",
    regexp_replace(trim("date_138"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_138__raw",
    "price_139" AS "price_139",
    CASE WHEN lower(trim("is_140")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_140")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_140",
    CASE WHEN upper(trim("ref_141_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_141_id") END AS "ref_141_id",
    "count_142" AS "count_142",
    CASE WHEN upper(trim("text_143")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_143") END AS "text_143",
    CASE WHEN upper(trim("email_144")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_144")) END AS "email_144",
    CASE WHEN regexp_like("phone_145", '[1-9]') THEN regexp_replace("phone_145", '[^0-9]', '') END AS "phone_145",
    regexp_replace(regexp_replace("phone_145", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_145__raw",
    CASE WHEN upper(trim("date_146")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_146") END AS "date_146",
    regexp_replace(trim("date_146"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_146__raw",
    "price_147" AS "price_147",
    CASE WHEN lower(trim("is_148")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_148")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_148",
    CASE WHEN upper(trim("ref_149_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_149_id") END AS "ref_149_id",
    "count_150" AS "count_150",
    CASE WHEN upper(trim("text_151")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_151") END AS "text_151",
    CASE WHEN upper(trim("email_152")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_152")) END AS "email_152",
    CASE WHEN regexp_like("phone_153", '[1-9]') THEN regexp_replace("phone_153", '[^0-9]', '') END AS "phone_153",
    regexp_replace(regexp_replace("phone_153", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_153__raw",
    CASE WHEN upper(trim("date_154")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_154") END AS "date_154",
    regexp_replace(trim("date_154"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_154__raw",
    "price_155" AS "price_155",
    CASE WHEN lower(trim("is_156")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_156")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_156",
    CASE WHEN upper(trim("ref_157_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_157_id") END AS "ref_157_id",
    "count_158" AS "count_158",
    CASE WHEN upper(trim("text_159")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_159") END AS "text_159",
    CASE WHEN upper(trim("email_160")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_160")) END AS "email_160",
    CASE WHEN regexp_like("phone_161", '[1-9]') THEN regexp_replace("phone_161", '[^0-9]', '') END AS "phone_161",
    regexp_replace(regexp_replace("phone_161", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_161__raw",
    CASE WHEN upper(trim("date_162")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_162") END AS "date_162",
    regexp_replace(trim("date_162"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_162__raw",
    "price_163" AS "price_163",
    CASE WHEN lower(trim("is_164")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_164")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_164",
    CASE WHEN upper(trim("ref_165_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_165_id") END AS "ref_165_id",
    "count_166" AS "count_166",
    CASE WHEN upper(trim("text_167")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_167") END AS "text_167",
    CASE WHEN upper(trim("email_168")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_168")) END AS "email_168",
    CASE WHEN regexp_like("phone_169", '[1-9]') THEN regexp_replace("phone_169", '[^0-9]', '') END AS "phone_169",
    regexp_replace(regexp_replace("phone_169", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_169__raw",
    CASE WHEN upper(trim("date_170")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_170") END AS "date_170",
    regexp_replace(trim("date_170"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_170__raw",
    "price_171" AS "price_171",
    CASE WHEN lower(trim("is_172")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_172")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_172",
    CASE WHEN upper(trim("ref_173_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_173_id") END AS "ref_173_id",
    "count_174" AS "count_174",
    CASE WHEN upper(trim("text_175")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_175") END AS "text_175",
    CASE WHEN upper(trim("email_176")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_176")) END AS "email_176",
    CASE WHEN regexp_like("phone_177", '[1-9]') THEN regexp_replace("phone_177", '[^0-9]', '') END AS "phone_177",
    regexp_replace(regexp_replace("phone_177", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_177__raw",
    CASE WHEN upper(trim("date_178")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_178") END AS "date_178",
    regexp_replace(trim("date_178"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_178__raw",
    "price_179" AS "price_179",
    CASE WHEN lower(trim("is_180")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_180")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_180",
    CASE WHEN upper(trim("ref_181_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_181_id") END AS "ref_181_id",
    "count_182" AS "count_182",
    CASE WHEN upper(trim("text_183")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_183") END AS "text_183",
    CASE WHEN upper(trim("email_184")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_184")) END AS "email_184",
    CASE WHEN regexp_like("phone_185", '[1-9]') THEN regexp_replace("phone_185", '[^0-9]', '') END AS "phone_185",
    regexp_replace(regexp_replace("phone_185", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_185__raw",
    CASE WHEN upper(trim("date_186")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_186") END AS "date_186",
    regexp_replace(trim("date_186"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_186__raw",
    "price_187" AS "price_187",
    CASE WHEN lower(trim("is_188")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_188")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_188",
    CASE WHEN upper(trim("ref_189_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_189_id") END AS "ref_189_id",
    "count_190" AS "count_190",
    CASE WHEN upper(trim("text_191")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_191") END AS "text_191",
    CASE WHEN upper(trim("email_192")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_192")) END AS "email_192",
    CASE WHEN regexp_like("phone_193", '[1-9]') THEN regexp_replace("phone_193", '[^0-9]', '') END AS "phone_193",
    regexp_replace(regexp_replace("phone_193", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_193__raw",
    CASE WHEN upper(trim("date_194")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_194") END AS "date_194",
    regexp_replace(trim("date_194"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_194__raw",
    "price_195" AS "price_195",
    CASE WHEN lower(trim("is_196")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_196")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_196",
    CASE WHEN upper(trim("ref_197_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_197_id") END AS "ref_197_id",
    "count_198" AS "count_198",
    CASE WHEN upper(trim("text_199")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_199") END AS "text_199",
    CASE WHEN upper(trim("email_200")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_200")) END AS "email_200",
    CASE WHEN regexp_like("phone_201", '[1-9]') THEN regexp_replace("phone_201", '[^0-9]', '') END AS "phone_201",
    regexp_replace(regexp_replace("phone_201", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_201__raw",
    CASE WHEN upper(trim("date_202")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_202") END AS "date_202",
    regexp_replace(trim("date_202"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_202__raw",
    "price_203" AS "price_203",
    CASE WHEN lower(trim("is_204")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_204")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_204",
    CASE WHEN upper(trim("ref_205_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_205_id") END AS "ref_205_id",
    "count_206" AS "count_206",
    CASE WHEN upper(trim("text_207")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_207") END AS "text_207",
    CASE WHEN upper(trim("email_208")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_208")) END AS "email_208",
    CASE WHEN regexp_like("phone_209", '[1-9]') THEN regexp_replace("phone_209", '[^0-9]', '') END AS "phone_209",
    regexp_replace(regexp_replace("phone_209", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_209__raw",
    CASE WHEN upper(trim("date_210")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_210") END AS "date_210",
    regexp_replace(trim("date_210"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_210__raw",
    "price_211" AS "price_211",
    CASE WHEN lower(trim("is_212")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_212")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_212",
    CASE WHEN upper(trim("ref_213_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_213_id") END AS "ref_213_id",
    "count_214" AS "count_214",
    CASE WHEN upper(trim("text_215")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_215") END AS "text_215",
    CASE WHEN upper(trim("email_216")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_216")) END AS "email_216",
    CASE WHEN regexp_like("phone_217", '[1-9]') THEN regexp_replace("phone_217", '[^0-9]', '') END AS "phone_217",
    regexp_replace(regexp_replace("phone_217", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_217__raw",
    CASE WHEN upper(trim("date_218")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_218") END AS "date_218",
    regexp_replace(trim("date_218"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_218__raw",
    "price_219" AS "price_219",
    CASE WHEN lower(trim("is_220")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_220")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_220",
    CASE WHEN upper(trim("ref_221_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_221_id") END AS "ref_221_id",
    "count_222" AS "count_222",
    CASE WHEN upper(trim("text_223")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_223") END AS "text_223",
    CASE WHEN upper(trim("email_224")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_224")) END AS "email_224",
    CASE WHEN regexp_like("phone_225", '[1-9]') THEN regexp_replace("phone_225", '[^0-9]', '') END AS "phone_225",
    regexp_replace(regexp_replace("phone_225", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_225__raw",
    CASE WHEN upper(trim("date_226")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_226") END AS "date_226",
    regexp_replace(trim("date_226"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_226__raw",
    "price_227" AS "price_227",
    CASE WHEN lower(trim("is_228")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_228")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_228",
    CASE WHEN upper(trim("ref_229_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_229_id") END AS "ref_229_id",
    "count_230" AS "count_230",
    CASE WHEN upper(trim("text_231")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_231") END AS "text_231",
    CASE WHEN upper(trim("email_232")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_232")) END AS "email_232",
    CASE WHEN regexp_like("phone_233", '[1-9]') THEN regexp_replace("phone_233", '[^0-9]', '') END AS "phone_233",
    regexp_replace(regexp_replace("phone_233", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_233__raw",
    CASE WHEN upper(trim("date_234")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_234") END AS "date_234",
    regexp_replace(trim("date_234"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_234__raw",
    "price_235" AS "price_235",
    CASE WHEN lower(trim("is_236")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_236")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_236",
    CASE WHEN upper(trim("ref_237_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_237_id") END AS "ref_237_id",
    "count_238" AS "count_238",
    CASE WHEN upper(trim("text_239")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_239") END AS "text_239",
    CASE WHEN upper(trim("email_240")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_240")) END AS "email_240",
    CASE WHEN regexp_like("phone_241", '[1-9]') THEN regexp_replace("phone_241", '[^0-9]', '') END AS "phone_241",
    regexp_replace(regexp_replace("phone_241", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_241__raw",
    CASE WHEN upper(trim("date_242")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_242") END AS "date_242",
    regexp_replace(trim("date_242"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_242__raw",
    "price_243" AS "price_243",
    CASE WHEN lower(trim("is_244")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_244")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_244",
    CASE WHEN upper(trim("ref_245_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_245_id") END AS "ref_245_id",
    "count_246" AS "count_246",
    CASE WHEN upper(trim("text_247")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_247") END AS "text_247",
    CASE WHEN upper(trim("email_248")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_248")) END AS "email_248",
    CASE WHEN regexp_like("phone_249", '[1-9]') THEN regexp_replace("phone_249", '[^0-9]', '') END AS "phone_249",
    regexp_replace(regexp_replace("phone_249", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_249__raw",
    CASE WHEN upper(trim("date_250")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_250") END AS "date_250",
    regexp_replace(trim("date_250"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_250__raw",
    "price_251" AS "price_251",
    CASE WHEN lower(trim("is_252")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_252")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_252",
    CASE WHEN upper(trim("ref_253_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_253_id") END AS "ref_253_id",
    "count_254" AS "count_254",
    CASE WHEN upper(trim("text_255")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_255") END AS "text_255",
    CASE WHEN upper(trim("email_256")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_256")) END AS "email_256",
    CASE WHEN regexp_like("phone_257", '[1-9]') THEN regexp_replace("phone_257", '[^0-9]', '') END AS "phone_257",
    regexp_replace(regexp_replace("phone_257", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_257__raw",
    CASE WHEN upper(trim("date_258")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_258") END AS "date_258",
    regexp_replace(trim("date_258"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_258__raw",
    "price_259" AS "price_259",
    CASE WHEN lower(trim("is_260")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_260")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_260",
    CASE WHEN upper(trim("ref_261_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_261_id") END AS "ref_261_id",
    "count_262" AS "count_262",
    CASE WHEN upper(trim("text_263")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_263") END AS "text_263",
    CASE WHEN upper(trim("email_264")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_264")) END AS "email_264",
    CASE WHEN regexp_like("phone_265", '[1-9]') THEN regexp_replace("phone_265", '[^0-9]', '') END AS "phone_265",
    regexp_replace(regexp_replace("phone_265", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_265__raw",
    CASE WHEN upper(trim("date_266")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_266") END AS "date_266",
    regexp_replace(trim("date_266"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_266__raw",
    "price_267" AS "price_267",
    CASE WHEN lower(trim("is_268")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_268")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_268",
    CASE WHEN upper(trim("ref_269_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_269_id") END AS "ref_269_id",
    "count_270" AS "count_270",
    CASE WHEN upper(trim("text_271")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_271") END AS "text_271",
    CASE WHEN upper(trim("email_272")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_272")) END AS "email_272",
    CASE WHEN regexp_like("phone_273", '[1-9]') THEN regexp_replace("phone_273", '[^0-9]', '') END AS "phone_273",
    regexp_replace(regexp_replace("phone_273", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_273__raw",
    CASE WHEN upper(trim("date_274")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_274") END AS "date_274",
    regexp_replace(trim("date_274"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_274__raw",
    "price_275" AS "price_275",
    CASE WHEN lower(trim("is_276")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_276")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_276",
    CASE WHEN upper(trim("ref_277_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_277_id") END AS "ref_277_id",
    "count_278" AS "count_278",
    CASE WHEN upper(trim("text_279")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_279") END AS "text_279",
    CASE WHEN upper(trim("email_280")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_280")) END AS "email_280",
    CASE WHEN regexp_like("phone_281", '[1-9]') THEN regexp_replace("phone_281", '[^0-9]', '') END AS "phone_281",
    regexp_replace(regexp_replace("phone_281", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_281__raw",
    CASE WHEN upper(trim("date_282")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_282") END AS "date_282",
    regexp_replace(trim("date_282"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_282__raw",
    "price_283" AS "price_283",
    CASE WHEN lower(trim("is_284")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_284")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_284",
    CASE WHEN upper(trim("ref_285_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_285_id") END AS "ref_285_id",
    "count_286" AS "count_286",
    CASE WHEN upper(trim("text_287")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_287") END AS "text_287",
    CASE WHEN upper(trim("email_288")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_288")) END AS "email_288",
    CASE WHEN regexp_like("phone_289", '[1-9]') THEN regexp_replace("phone_289", '[^0-9]', '') END AS "phone_289",
    regexp_replace(regexp_replace("phone_289", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_289__raw",
    CASE WHEN upper(trim("date_290")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_290") END AS "date_290",
    regexp_replace(trim("date_290"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_290__raw",
    "price_291" AS "price_291",
    CASE WHEN lower(trim("is_292")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_292")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_292",
    CASE WHEN upper(trim("ref_293_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_293_id") END AS "ref_293_id",
    "count_294" AS "count_294",
    CASE WHEN upper(trim("text_295")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_295") END AS "text_295",
    CASE WHEN upper(trim("email_296")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_296")) END AS "email_296",
    CASE WHEN regexp_like("phone_297", '[1-9]') THEN regexp_replace("phone_297", '[^0-9]', '') END AS "phone_297",
    regexp_replace(regexp_replace("phone_297", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_297__raw",
    CASE WHEN upper(trim("date_298")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_298") END AS "date_298",
    regexp_replace(trim("date_298"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_298__raw",
    "price_299" AS "price_299",
    CASE WHEN lower(trim("is_300")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_300")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_300",
    CASE WHEN upper(trim("ref_301_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_301_id") END AS "ref_301_id",
    "count_302" AS "count_302",
    CASE WHEN upper(trim("text_303")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_303") END AS "text_303",
    CASE WHEN upper(trim("email_304")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_304")) END AS "email_304",
    CASE WHEN regexp_like("phone_305", '[1-9]') THEN regexp_replace("phone_305", '[^0-9]', '') END AS "phone_305",
    regexp_replace(regexp_replace("phone_305", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_305__raw",
    CASE WHEN upper(trim("date_306")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_306") END AS "date_306",
    regexp_replace(trim("date_306"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_306__raw",
    "price_307" AS "price_307",
    CASE WHEN lower(trim("is_308")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_308")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_308",
    CASE WHEN upper(trim("ref_309_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_309_id") END AS "ref_309_id",
    "count_310" AS "count_310",
    CASE WHEN upper(trim("text_311")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_311") END AS "text_311",
    CASE WHEN upper(trim("email_312")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_312")) END AS "email_312",
    CASE WHEN regexp_like("phone_313", '[1-9]') THEN regexp_replace("phone_313", '[^0-9]', '') END AS "phone_313",
    regexp_replace(regexp_replace("phone_313", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_313__raw",
    CASE WHEN upper(trim("date_314")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_314") END AS "date_314",
    regexp_replace(trim("date_314"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_314__raw",
    "price_315" AS "price_315",
    CASE WHEN lower(trim("is_316")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_316")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_316",
    CASE WHEN upper(trim("ref_317_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_317_id") END AS "ref_317_id",
    "count_318" AS "count_318",
    CASE WHEN upper(trim("text_319")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_319") END AS "text_319",
    CASE WHEN upper(trim("email_320")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_320")) END AS "email_320",
    CASE WHEN regexp_like("phone_321", '[1-9]') THEN regexp_replace("phone_321", '[^0-9]', '') END AS "phone_321",
    regexp_replace(regexp_replace("phone_321", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_321__raw",
    CASE WHEN upper(trim("date_322")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_322") END AS "date_322",
    regexp_replace(trim("date_322"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_322__raw",
    "price_323" AS "price_323",
    CASE WHEN lower(trim("is_324")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_324")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_324",
    CASE WHEN upper(trim("ref_325_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_325_id") END AS "ref_325_id",
    "count_326" AS "count_326",
    CASE WHEN upper(trim("text_327")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_327") END AS "text_327",
    CASE WHEN upper(trim("email_328")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_328")) END AS "email_328",
    CASE WHEN regexp_like("phone_329", '[1-9]') THEN regexp_replace("phone_329", '[^0-9]', '') END AS "phone_329",
    regexp_replace(regexp_replace("phone_329", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_329__raw",
    CASE WHEN upper(trim("date_330")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_330") END AS "date_330",
    regexp_replace(trim("date_330"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_330__raw",
    "price_331" AS "price_331",
    CASE WHEN lower(trim("is_332")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_332")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_332",
    CASE WHEN upper(trim("ref_333_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_333_id") END AS "ref_333_id",
    "count_334" AS "count_334",
    CASE WHEN upper(trim("text_335")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_335") END AS "text_335",
    CASE WHEN upper(trim("email_336")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_336")) END AS "email_336",
    CASE WHEN regexp_like("phone_337", '[1-9]') THEN regexp_replace("phone_337", '[^0-9]', '') END AS "phone_337",
    regexp_replace(regexp_replace("phone_337", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_337__raw",
    CASE WHEN upper(trim("date_338")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_338") END AS "date_338",
    regexp_replace(trim("date_338"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_338__raw",
    "price_339" AS "price_339",
    CASE WHEN lower(trim("is_340")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_340")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_340",
    CASE WHEN upper(trim("ref_341_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_341_id") END AS "ref_341_id",
    "count_342" AS "count_342",
    CASE WHEN upper(trim("text_343")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_343") END AS "text_343",
    CASE WHEN upper(trim("email_344")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_344")) END AS "email_344",
    CASE WHEN regexp_like("phone_345", '[1-9]') THEN regexp_replace("phone_345", '[^0-9]', '') END AS "phone_345",
    regexp_replace(regexp_replace("phone_345", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_345__raw",
    CASE WHEN upper(trim("date_346")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_346") END AS "date_346",
    regexp_replace(trim("date_346"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_346__raw",
    "price_347" AS "price_347",
    CASE WHEN lower(trim("is_348")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_348")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_348",
    CASE WHEN upper(trim("ref_349_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_349_id") END AS "ref_349_id",
    "count_350" AS "count_350",
    CASE WHEN upper(trim("text_351")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_351") END AS "text_351",
    CASE WHEN upper(trim("email_352")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_352")) END AS "email_352",
    CASE WHEN regexp_like("phone_353", '[1-9]') THEN regexp_replace("phone_353", '[^0-9]', '') END AS "phone_353",
    regexp_replace(regexp_replace("phone_353", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_353__raw",
    CASE WHEN upper(trim("date_354")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_354") END AS "date_354",
    regexp_replace(trim("date_354"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_354__raw",
    "price_355" AS "price_355",
    CASE WHEN lower(trim("is_356")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_356")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_356",
    CASE WHEN upper(trim("ref_357_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_357_id") END AS "ref_357_id",
    "count_358" AS "count_358",
    CASE WHEN upper(trim("text_359")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_359") END AS "text_359",
    CASE WHEN upper(trim("email_360")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_360")) END AS "email_360",
    CASE WHEN regexp_like("phone_361", '[1-9]') THEN regexp_replace("phone_361", '[^0-9]', '') END AS "phone_361",
    regexp_replace(regexp_replace("phone_361", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_361__raw",
    CASE WHEN upper(trim("date_362")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_362") END AS "date_362",
    regexp_replace(trim("date_362"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_362__raw",
    "price_363" AS "price_363",
    CASE WHEN lower(trim("is_364")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_364")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_364",
    CASE WHEN upper(trim("ref_365_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_365_id") END AS "ref_365_id",
    "count_366" AS "count_366",
    CASE WHEN upper(trim("text_367")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_367") END AS "text_367",
    CASE WHEN upper(trim("email_368")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_368")) END AS "email_368",
    CASE WHEN regexp_like("phone_369", '[1-9]') THEN regexp_replace("phone_369", '[^0-9]', '') END AS "phone_369",
    regexp_replace(regexp_replace("phone_369", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_369__raw",
    CASE WHEN upper(trim("date_370")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_370") END AS "date_370",
    regexp_replace(trim("date_370"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_370__raw",
    "price_371" AS "price_371",
    CASE WHEN lower(trim("is_372")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_372")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_372",
    CASE WHEN upper(trim("ref_373_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_373_id") END AS "ref_373_id",
    "count_374" AS "count_374",
    CASE WHEN upper(trim("text_375")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_375") END AS "text_375",
    CASE WHEN upper(trim("email_376")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_376")) END AS "email_376",
    CASE WHEN regexp_like("phone_377", '[1-9]') THEN regexp_replace("phone_377", '[^0-9]', '') END AS "phone_377",
    regexp_replace(regexp_replace("phone_377", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_377__raw",
    CASE WHEN upper(trim("date_378")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_378") END AS "date_378",
    regexp_replace(trim("date_378"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_378__raw",
    "price_379" AS "price_379",
    CASE WHEN lower(trim("is_380")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_380")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_380",
    CASE WHEN upper(trim("ref_381_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_381_id") END AS "ref_381_id",
    "count_382" AS "count_382",
    CASE WHEN upper(trim("text_383")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_383") END AS "text_383",
    CASE WHEN upper(trim("email_384")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_384")) END AS "email_384",
    CASE WHEN regexp_like("phone_385", '[1-9]') THEN regexp_replace("phone_385", '[^0-9]', '') END AS "phone_385",
    regexp_replace(regexp_replace("phone_385", '(?i)[(]0[)]|[ ,;]*(?:x|#|ext|extension)[. :]*[0-9]+\s*$', ''), '^[^0-9+]+|(?<=[0-9+])[^0-9]+', '') AS "phone_385__raw",
    CASE WHEN upper(trim("date_386")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("date_386") END AS "date_386",
    regexp_replace(trim("date_386"), '(?<![0-9])([0-9])(?![0-9])', '0$1') AS "date_386__raw",
    "price_387" AS "price_387",
    CASE WHEN lower(trim("is_388")) IN ('true', '1', 'yes', 'y', 't') THEN 'TRUE' WHEN lower(trim("is_388")) IN ('false', '0', 'no', 'n', 'f') THEN 'FALSE' END AS "is_388",
    CASE WHEN upper(trim("ref_389_id")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("ref_389_id") END AS "ref_389_id",
    "count_390" AS "count_390",
    CASE WHEN upper(trim("text_391")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN trim("text_391") END AS "text_391",
    CASE WHEN upper(trim("email_392")) NOT IN ('', 'NULL', 'NONE', 'N/A', 'NA', 'NAN', 'NIL', 'UNDEFINED', '-') THEN lower(trim("email_392")) END AS "email_392",
    "record_origin" AS "record_origin",
    "time" AS "time"
  FROM source
),
standardised AS (
  SELECT *
    , CASE WHEN regexp_like("email", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email" END AS "email_std"
    , CASE WHEN "phone" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone__raw" LIKE '+%' THEN "phone__raw" WHEN "phone__raw" LIKE '00%' THEN concat('+', substr("phone__raw", 3)) ELSE concat('+', regexp_replace("phone__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_std"
    , COALESCE(
      CASE WHEN regexp_like("created_at__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) WHEN regexp_like("created_at__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("created_at__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("created_at__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("created_at__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("created_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("created_at__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "created_at_unixtime"
    , COALESCE(
      CASE WHEN regexp_like("updated_at__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) WHEN regexp_like("updated_at__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("updated_at__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("updated_at__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("updated_at__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("updated_at__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "updated_at_unixtime"
    , CASE WHEN regexp_like("email_0", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_0" END AS "email_0_std"
    , CASE WHEN "phone_1" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_1__raw" LIKE '+%' THEN "phone_1__raw" WHEN "phone_1__raw" LIKE '00%' THEN concat('+', substr("phone_1__raw", 3)) ELSE concat('+', regexp_replace("phone_1__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_1_std"
    , COALESCE(
      CASE WHEN regexp_like("date_2__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_2__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_2__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_2__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_2__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_2__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_2__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_2__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_2__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_2__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_2_unixtime"
    , CASE WHEN regexp_like("email_8", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_8" END AS "email_8_std"
    , CASE WHEN "phone_9" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_9__raw" LIKE '+%' THEN "phone_9__raw" WHEN "phone_9__raw" LIKE '00%' THEN concat('+', substr("phone_9__raw", 3)) ELSE concat('+', regexp_replace("phone_9__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_9_std"
    , COALESCE(
      CASE WHEN regexp_like("date_10__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_10__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_10__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_10__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_10__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_10__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_10__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_10__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_10__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_10__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_10_unixtime"
    , CASE WHEN regexp_like("email_16", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_16" END AS "email_16_std"
    , CASE WHEN "phone_17" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_17__raw" LIKE '+%' THEN "phone_17__raw" WHEN "phone_17__raw" LIKE '00%' THEN concat('+', substr("phone_17__raw", 3)) ELSE concat('+', regexp_replace("phone_17__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_17_std"
    , COALESCE(
      CASE WHEN regexp_like("date_18__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_18__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_18__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_18__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_18__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_18__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_18__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_18__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_18__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_18__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_18_unixtime"
    , CASE WHEN regexp_like("email_24", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_24" END AS "email_24_std"
    , CASE WHEN "phone_25" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_25__raw" LIKE '+%' THEN "phone_25__raw" WHEN "phone_25__raw" LIKE '00%' THEN concat('+', substr("phone_25__raw", 3)) ELSE concat('+', regexp_replace("phone_25__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_25_std"
    , COALESCE(
      CASE WHEN regexp_like("date_26__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_26__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_26__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_26__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_26__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_26__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_26__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_26__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_26__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_26__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_26_unixtime"
    , CASE WHEN regexp_like("email_32", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_32" END AS "email_32_std"
    , CASE WHEN "phone_33" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_33__raw" LIKE '+%' THEN "phone_33__raw" WHEN "phone_33__raw" LIKE '00%' THEN concat('+', substr("phone_33__raw", 3)) ELSE concat('+', regexp_replace("phone_33__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_33_std"
    , COALESCE(
      CASE WHEN regexp_like("date_34__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_34__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_34__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_34__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_34__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_34__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_34__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_34__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_34__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_34__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_34_unixtime"
    , CASE WHEN regexp_like("email_40", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_40" END AS "email_40_std"
    , CASE WHEN "phone_41" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_41__raw" LIKE '+%' THEN "phone_41__raw" WHEN "phone_41__raw" LIKE '00%' THEN concat('+', substr("phone_41__raw", 3)) ELSE concat('+', regexp_replace("phone_41__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_41_std"
    , COALESCE(
      CASE WHEN regexp_like("date_42__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_42__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_42__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_42__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_42__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_42__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_42__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_42__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_42__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_42__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_42_unixtime"
    , CASE WHEN regexp_like("email_48", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_48" END AS "email_48_std"
    , CASE WHEN "phone_49" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_49__raw" LIKE '+%' THEN "phone_49__raw" WHEN "phone_49__raw" LIKE '00%' THEN concat('+', substr("phone_49__raw", 3)) ELSE concat('+', regexp_replace("phone_49__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_49_std"
    , COALESCE(
      CASE WHEN regexp_like("date_50__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_50__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_50__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_50__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_50__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_50__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_50__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_50__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_50__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_50__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_50_unixtime"
    , CASE WHEN regexp_like("email_56", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_56" END AS "email_56_std"
    , CASE WHEN "phone_57" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_57__raw" LIKE '+%' THEN "phone_57__raw" WHEN "phone_57__raw" LIKE '00%' THEN concat('+', substr("phone_57__raw", 3)) ELSE concat('+', regexp_replace("phone_57__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_57_std"
    , COALESCE(
      CASE WHEN regexp_like("date_58__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_58__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_58__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_58__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_58__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_58__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_58__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_58__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_58__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_58__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_58_unixtime"
    , CASE WHEN regexp_like("email_64", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_64" END AS "email_64_std"
    , CASE WHEN "phone_65" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_65__raw" LIKE '+%' THEN "phone_65__raw" WHEN "phone_65__raw" LIKE '00%' THEN concat('+', substr("phone_65__raw", 3)) ELSE concat('+', regexp_replace("phone_65__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_65_std"
    , COALESCE(
      CASE WHEN regexp_like("date_66__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_66__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_66__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_66__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_66__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_66__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_66__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_66__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_66__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_66__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_66_unixtime"
    , CASE WHEN regexp_like("email_72", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_72" END AS "email_72_std"
    , CASE WHEN "phone_73" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_73__raw" LIKE '+%' THEN "phone_73__raw" WHEN "phone_73__raw" LIKE '00%' THEN concat('+', substr("phone_73__raw", 3)) ELSE concat('+', regexp_replace("phone_73__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_73_std"
    , COALESCE(
      CASE WHEN regexp_like("date_74__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_74__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_74__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_74__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_74__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_74__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_74__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_74__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_74__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_74__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_74_unixtime"
    , CASE WHEN regexp_like("email_80", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_80" END AS "email_80_std"
    , CASE WHEN "phone_81" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_81__raw" LIKE '+%' THEN "phone_81__raw" WHEN "phone_81__raw" LIKE '00%' THEN concat('+', substr("phone_81__raw", 3)) ELSE concat('+', regexp_replace("phone_81__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_81_std"
    , COALESCE(
      CASE WHEN regexp_like("date_82__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_82__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_82__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_82__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_82__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_82__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_82__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_82__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_82__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_82__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_82_unixtime"
    , CASE WHEN regexp_like("email_88", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_88" END AS "email_88_std"
    , CASE WHEN "phone_89" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_89__raw" LIKE '+%' THEN "phone_89__raw" WHEN "phone_89__raw" LIKE '00%' THEN concat('+', substr("phone_89__raw", 3)) ELSE concat('+', regexp_replace("phone_89__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_89_std"
    , COALESCE(
      CASE WHEN regexp_like("date_90__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_90__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_90__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_90__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_90__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_90__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_90__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_90__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_90__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_90__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_90_unixtime"
    , CASE WHEN regexp_like("email_96", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_96" END AS "email_96_std"
    , CASE WHEN "phone_97" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_97__raw" LIKE '+%' THEN "phone_97__raw" WHEN "phone_97__raw" LIKE '00%' THEN concat('+', substr("phone_97__raw", 3)) ELSE concat('+', regexp_replace("phone_97__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_97_std"
    , COALESCE(
      CASE WHEN regexp_like("date_98__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_98__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_98__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_98__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_98__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_98__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_98__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_98__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_98__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_98__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_98_unixtime"
    , CASE WHEN regexp_like("email_104", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_104" END AS "email_104_std"
    , CASE WHEN "phone_105" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_105__raw" LIKE '+%' THEN "phone_105__raw" WHEN "phone_105__raw" LIKE '00%' THEN concat('+', substr("phone_105__raw", 3)) ELSE concat('+', regexp_replace("phone_105__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_105_std"
    , COALESCE(
      CASE WHEN regexp_like("date_106__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_106__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_106__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_106__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_106__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_106__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_106__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_106__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_106__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_106__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_106_unixtime"
    , CASE WHEN regexp_like("email_112", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_112" END AS "email_112_std"
    , CASE WHEN "phone_113" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_113__raw" LIKE '+%' THEN "phone_113__raw" WHEN "phone_113__raw" LIKE '00%' THEN concat('+', substr("phone_113__raw", 3)) ELSE concat('+', regexp_replace("phone_113__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_113_std"
    , COALESCE(
      CASE WHEN regexp_like("date_114__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_114__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_114__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_114__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_114__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_114__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_114__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_114__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_114__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_114__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_114_unixtime"
    , CASE WHEN regexp_like("email_120", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_120" END AS "email_120_std"
    , CASE WHEN "phone_121" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_121__raw" LIKE '+%' THEN "phone_121__raw" WHEN "phone_121__raw" LIKE '00%' THEN concat('+', substr("phone_121__raw", 3)) ELSE concat('+', regexp_replace("phone_121__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_121_std"
    , COALESCE(
      CASE WHEN regexp_like("date_122__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_122__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_122__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_122__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_122__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_122__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_122__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_122__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_122__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_122__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_122_unixtime"
    , CASE WHEN regexp_like("email_128", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_128" END AS "email_128_std"
    , CASE WHEN "phone_129" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_129__raw" LIKE '+%' THEN "phone_129__raw" WHEN "phone_129__raw" LIKE '00%' THEN concat('+', substr("phone_129__raw", 3)) ELSE concat('+', regexp_replace("phone_129__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_129_std"
    , COALESCE(
      CASE WHEN regexp_like("date_130__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_130__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_130__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_130__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_130__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_130__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_130__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_130__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_130__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_130__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_130_unixtime"
    , CASE WHEN regexp_like("email_136", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_136" END AS "email_136_std"
    , CASE WHEN "phone_137" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_137__raw" LIKE '+%' THEN "phone_137__raw" WHEN "phone_137__raw" LIKE '00%' THEN concat('+', substr("phone_137__raw", 3)) ELSE concat('+', regexp_replace("phone_137__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_137_std"
    , COALESCE(
      CASE WHEN regexp_like("date_138__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_138__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_138__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_138__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_138__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_138__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_138__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_138__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_138__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_138__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_138_unixtime"
    , CASE WHEN regexp_like("email_144", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_144" END AS "email_144_std"
    , CASE WHEN "phone_145" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_145__raw" LIKE '+%' THEN "phone_145__raw" WHEN "phone_145__raw" LIKE '00%' THEN concat('+', substr("phone_145__raw", 3)) ELSE concat('+', regexp_replace("phone_145__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_145_std"
    , COALESCE(
      CASE WHEN regexp_like("date_146__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_146__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_146__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_146__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_146__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_146__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_146__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_146__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_146__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_146__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_146_unixtime"
    , CASE WHEN regexp_like("email_152", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_152" END AS "email_152_std"
    , CASE WHEN "phone_153" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_153__raw" LIKE '+%' THEN "phone_153__raw" WHEN "phone_153__raw" LIKE '00%' THEN concat('+', substr("phone_153__raw", 3)) ELSE concat('+', regexp_replace("phone_153__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_153_std"
    , COALESCE(
      CASE WHEN regexp_like("date_154__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_154__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_154__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_154__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_154__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_154__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_154__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_154__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_154__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_154__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_154_unixtime"
    , CASE WHEN regexp_like("email_160", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_160" END AS "email_160_std"
    , CASE WHEN "phone_161" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_161__raw" LIKE '+%' THEN "phone_161__raw" WHEN "phone_161__raw" LIKE '00%' THEN concat('+', substr("phone_161__raw", 3)) ELSE concat('+', regexp_replace("phone_161__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_161_std"
    , COALESCE(
      CASE WHEN regexp_like("date_162__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_162__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_162__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_162__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_162__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_162__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_162__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_162__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_162__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_162__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_162_unixtime"
    , CASE WHEN regexp_like("email_168", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_168" END AS "email_168_std"
    , CASE WHEN "phone_169" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_169__raw" LIKE '+%' THEN "phone_169__raw" WHEN "phone_169__raw" LIKE '00%' THEN concat('+', substr("phone_169__raw", 3)) ELSE concat('+', regexp_replace("phone_169__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_169_std"
    , COALESCE(
      CASE WHEN regexp_like("date_170__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_170__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_170__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_170__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_170__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_170__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_170__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_170__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_170__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_170__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_170_unixtime"
    , CASE WHEN regexp_like("email_176", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_176" END AS "email_176_std"
    , CASE WHEN "phone_177" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_177__raw" LIKE '+%' THEN "phone_177__raw" WHEN "phone_177__raw" LIKE '00%' THEN concat('+', substr("phone_177__raw", 3)) ELSE concat('+', regexp_replace("phone_177__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_177_std"
    , COALESCE(
      CASE WHEN regexp_like("date_178__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_178__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_178__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_178__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_178__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_178__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_178__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_178__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_178__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_178__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_178_unixtime"
    , CASE WHEN regexp_like("email_184", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_184" END AS "email_184_std"
    , CASE WHEN "phone_185" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_185__raw" LIKE '+%' THEN "phone_185__raw" WHEN "phone_185__raw" LIKE '00%' THEN concat('+', substr("phone_185__raw", 3)) ELSE concat('+', regexp_replace("phone_185__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_185_std"
    , COALESCE(
      CASE WHEN regexp_like("date_186__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_186__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_186__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_186__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_186__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_186__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_186__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_186__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_186__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_186__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_186_unixtime"
    , CASE WHEN regexp_like("email_192", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_192" END AS "email_192_std"
    , CASE WHEN "phone_193" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_193__raw" LIKE '+%' THEN "phone_193__raw" WHEN "phone_193__raw" LIKE '00%' THEN concat('+', substr("phone_193__raw", 3)) ELSE concat('+', regexp_replace("phone_193__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_193_std"
    , COALESCE(
      CASE WHEN regexp_like("date_194__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_194__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_194__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_194__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_194__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_194__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_194__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_194__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_194__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_194__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_194_unixtime"
    , CASE WHEN regexp_like("email_200", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_200" END AS "email_200_std"
    , CASE WHEN "phone_201" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_201__raw" LIKE '+%' THEN "phone_201__raw" WHEN "phone_201__raw" LIKE '00%' THEN concat('+', substr("phone_201__raw", 3)) ELSE concat('+', regexp_replace("phone_201__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_201_std"
    , COALESCE(
      CASE WHEN regexp_like("date_202__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_202__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_202__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_202__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_202__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_202__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_202__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_202__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_202__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_202__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_202_unixtime"
    , CASE WHEN regexp_like("email_208", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_208" END AS "email_208_std"
    , CASE WHEN "phone_209" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_209__raw" LIKE '+%' THEN "phone_209__raw" WHEN "phone_209__raw" LIKE '00%' THEN concat('+', substr("phone_209__raw", 3)) ELSE concat('+', regexp_replace("phone_209__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_209_std"
    , COALESCE(
      CASE WHEN regexp_like("date_210__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_210__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_210__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_210__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_210__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_210__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_210__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_210__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_210__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_210__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_210_unixtime"
    , CASE WHEN regexp_like("email_216", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_216" END AS "email_216_std"
    , CASE WHEN "phone_217" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_217__raw" LIKE '+%' THEN "phone_217__raw" WHEN "phone_217__raw" LIKE '00%' THEN concat('+', substr("phone_217__raw", 3)) ELSE concat('+', regexp_replace("phone_217__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_217_std"
    , COALESCE(
      CASE WHEN regexp_like("date_218__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_218__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_218__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_218__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_218__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_218__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_218__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_218__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_218__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_218__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_218_unixtime"
    , CASE WHEN regexp_like("email_224", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_224" END AS "email_224_std"
    , CASE WHEN "phone_225" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_225__raw" LIKE '+%' THEN "phone_225__raw" WHEN "phone_225__raw" LIKE '00%' THEN concat('+', substr("phone_225__raw", 3)) ELSE concat('+', regexp_replace("phone_225__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_225_std"
    , COALESCE(
      CASE WHEN regexp_like("date_226__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_226__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_226__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_226__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_226__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_226__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_226__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_226__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_226__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_226__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_226_unixtime"
    , CASE WHEN regexp_like("email_232", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_232" END AS "email_232_std"
    , CASE WHEN "phone_233" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_233__raw" LIKE '+%' THEN "phone_233__raw" WHEN "phone_233__raw" LIKE '00%' THEN concat('+', substr("phone_233__raw", 3)) ELSE concat('+', regexp_replace("phone_233__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_233_std"
    , COALESCE(
      CASE WHEN regexp_like("date_234__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_234__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_234__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_234__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_234__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_234__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_234__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_234__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_234__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_234__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_234_unixtime"
    , CASE WHEN regexp_like("email_240", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_240" END AS "email_240_std"
    , CASE WHEN "phone_241" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_241__raw" LIKE '+%' THEN "phone_241__raw" WHEN "phone_241__raw" LIKE '00%' THEN concat('+', substr("phone_241__raw", 3)) ELSE concat('+', regexp_replace("phone_241__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_241_std"
    , COALESCE(
      CASE WHEN regexp_like("date_242__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_242__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_242__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_242__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_242__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_242__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_242__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_242__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_242__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_242__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_242_unixtime"
    , CASE WHEN regexp_like("email_248", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_248" END AS "email_248_std"
    , CASE WHEN "phone_249" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_249__raw" LIKE '+%' THEN "phone_249__raw" WHEN "phone_249__raw" LIKE '00%' THEN concat('+', substr("phone_249__raw", 3)) ELSE concat('+', regexp_replace("phone_249__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_249_std"
    , COALESCE(
      CASE WHEN regexp_like("date_250__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_250__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_250__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_250__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_250__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_250__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_250__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_250__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_250__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_250__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_250_unixtime"
    , CASE WHEN regexp_like("email_256", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_256" END AS "email_256_std"
    , CASE WHEN "phone_257" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_257__raw" LIKE '+%' THEN "phone_257__raw" WHEN "phone_257__raw" LIKE '00%' THEN concat('+', substr("phone_257__raw", 3)) ELSE concat('+', regexp_replace("phone_257__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_257_std"
    , COALESCE(
      CASE WHEN regexp_like("date_258__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_258__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_258__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_258__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_258__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_258__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_258__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_258__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_258__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_258__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_258_unixtime"
    , CASE WHEN regexp_like("email_264", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_264" END AS "email_264_std"
    , CASE WHEN "phone_265" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_265__raw" LIKE '+%' THEN "phone_265__raw" WHEN "phone_265__raw" LIKE '00%' THEN concat('+', substr("phone_265__raw", 3)) ELSE concat('+', regexp_replace("phone_265__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_265_std"
    , COALESCE(
      CASE WHEN regexp_like("date_266__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_266__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_266__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_266__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_266__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_266__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_266__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_266__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_266__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_266__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_266_unixtime"
    , CASE WHEN regexp_like("email_272", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_272" END AS "email_272_std"
    , CASE WHEN "phone_273" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_273__raw" LIKE '+%' THEN "phone_273__raw" WHEN "phone_273__raw" LIKE '00%' THEN concat('+', substr("phone_273__raw", 3)) ELSE concat('+', regexp_replace("phone_273__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_273_std"
    , COALESCE(
      CASE WHEN regexp_like("date_274__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_274__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_274__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_274__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_274__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_274__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_274__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_274__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_274__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_274__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_274_unixtime"
    , CASE WHEN regexp_like("email_280", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_280" END AS "email_280_std"
    , CASE WHEN "phone_281" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_281__raw" LIKE '+%' THEN "phone_281__raw" WHEN "phone_281__raw" LIKE '00%' THEN concat('+', substr("phone_281__raw", 3)) ELSE concat('+', regexp_replace("phone_281__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_281_std"
    , COALESCE(
      CASE WHEN regexp_like("date_282__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_282__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_282__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_282__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_282__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_282__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_282__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_282__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_282__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_282__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_282_unixtime"
    , CASE WHEN regexp_like("email_288", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_288" END AS "email_288_std"
    , CASE WHEN "phone_289" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_289__raw" LIKE '+%' THEN "phone_289__raw" WHEN "phone_289__raw" LIKE '00%' THEN concat('+', substr("phone_289__raw", 3)) ELSE concat('+', regexp_replace("phone_289__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_289_std"
    , COALESCE(
      CASE WHEN regexp_like("date_290__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_290__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_290__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_290__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_290__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_290__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_290__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_290__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_290__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_290__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_290_unixtime"
    , CASE WHEN regexp_like("email_296", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_296" END AS "email_296_std"
    , CASE WHEN "phone_297" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_297__raw" LIKE '+%' THEN "phone_297__raw" WHEN "phone_297__raw" LIKE '00%' THEN concat('+', substr("phone_297__raw", 3)) ELSE concat('+', regexp_replace("phone_297__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_297_std"
    , COALESCE(
      CASE WHEN regexp_like("date_298__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_298__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_298__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_298__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_298__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_298__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_298__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_298__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_298__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_298__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_298_unixtime"
    , CASE WHEN regexp_like("email_304", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_304" END AS "email_304_std"
    , CASE WHEN "phone_305" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_305__raw" LIKE '+%' THEN "phone_305__raw" WHEN "phone_305__raw" LIKE '00%' THEN concat('+', substr("phone_305__raw", 3)) ELSE concat('+', regexp_replace("phone_305__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_305_std"
    , COALESCE(
      CASE WHEN regexp_like("date_306__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_306__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_306__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_306__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_306__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_306__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_306__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_306__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_306__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_306__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_306_unixtime"
    , CASE WHEN regexp_like("email_312", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_312" END AS "email_312_std"
    , CASE WHEN "phone_313" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_313__raw" LIKE '+%' THEN "phone_313__raw" WHEN "phone_313__raw" LIKE '00%' THEN concat('+', substr("phone_313__raw", 3)) ELSE concat('+', regexp_replace("phone_313__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_313_std"
    , COALESCE(
      CASE WHEN regexp_like("date_314__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_314__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_314__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_314__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_314__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_314__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_314__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_314__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_314__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_314__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_314_unixtime"
    , CASE WHEN regexp_like("email_320", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_320" END AS "email_320_std"
    , CASE WHEN "phone_321" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_321__raw" LIKE '+%' THEN "phone_321__raw" WHEN "phone_321__raw" LIKE '00%' THEN concat('+', substr("phone_321__raw", 3)) ELSE concat('+', regexp_replace("phone_321__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_321_std"
    , COALESCE(
      CASE WHEN regexp_like("date_322__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_322__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_322__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_322__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_322__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_322__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_322__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_322__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_322__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_322__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_322_unixtime"
    , CASE WHEN regexp_like("email_328", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_328" END AS "email_328_std"
    , CASE WHEN "phone_329" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_329__raw" LIKE '+%' THEN "phone_329__raw" WHEN "phone_329__raw" LIKE '00%' THEN concat('+', substr("phone_329__raw", 3)) ELSE concat('+', regexp_replace("phone_329__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_329_std"
    , COALESCE(
      CASE WHEN regexp_like("date_330__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_330__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_330__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_330__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_330__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_330__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_330__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_330__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_330__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_330__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_330_unixtime"
    , CASE WHEN regexp_like("email_336", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_336" END AS "email_336_std"
    , CASE WHEN "phone_337" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_337__raw" LIKE '+%' THEN "phone_337__raw" WHEN "phone_337__raw" LIKE '00%' THEN concat('+', substr("phone_337__raw", 3)) ELSE concat('+', regexp_replace("phone_337__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_337_std"
    , COALESCE(
      CASE WHEN regexp_like("date_338__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_338__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_338__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_338__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_338__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_338__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_338__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_338__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_338__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_338__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_338_unixtime"
    , CASE WHEN regexp_like("email_344", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_344" END AS "email_344_std"
    , CASE WHEN "phone_345" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_345__raw" LIKE '+%' THEN "phone_345__raw" WHEN "phone_345__raw" LIKE '00%' THEN concat('+', substr("phone_345__raw", 3)) ELSE concat('+', regexp_replace("phone_345__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_345_std"
    , COALESCE(
      CASE WHEN regexp_like("date_346__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_346__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_346__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_346__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_346__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_346__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_346__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_346__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_346__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_346__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_346_unixtime"
    , CASE WHEN regexp_like("email_352", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_352" END AS "email_352_std"
    , CASE WHEN "phone_353" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_353__raw" LIKE '+%' THEN "phone_353__raw" WHEN "phone_353__raw" LIKE '00%' THEN concat('+', substr("phone_353__raw", 3)) ELSE concat('+', regexp_replace("phone_353__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_353_std"
    , COALESCE(
      CASE WHEN regexp_like("date_354__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_354__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_354__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_354__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_354__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_354__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_354__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_354__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_354__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_354__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_354_unixtime"
    , CASE WHEN regexp_like("email_360", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_360" END AS "email_360_std"
    , CASE WHEN "phone_361" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_361__raw" LIKE '+%' THEN "phone_361__raw" WHEN "phone_361__raw" LIKE '00%' THEN concat('+', substr("phone_361__raw", 3)) ELSE concat('+', regexp_replace("phone_361__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_361_std"
    , COALESCE(
      CASE WHEN regexp_like("date_362__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_362__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_362__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_362__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_362__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_362__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_362__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_362__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_362__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_362__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_362_unixtime"
    , CASE WHEN regexp_like("email_368", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_368" END AS "email_368_std"
    , CASE WHEN "phone_369" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_369__raw" LIKE '+%' THEN "phone_369__raw" WHEN "phone_369__raw" LIKE '00%' THEN concat('+', substr("phone_369__raw", 3)) ELSE concat('+', regexp_replace("phone_369__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_369_std"
    , COALESCE(
      CASE WHEN regexp_like("date_370__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_370__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_370__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_370__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_370__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_370__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_370__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_370__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_370__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_370__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_370_unixtime"
    , CASE WHEN regexp_like("email_376", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_376" END AS "email_376_std"
    , CASE WHEN "phone_377" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_377__raw" LIKE '+%' THEN "phone_377__raw" WHEN "phone_377__raw" LIKE '00%' THEN concat('+', substr("phone_377__raw", 3)) ELSE concat('+', regexp_replace("phone_377__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_377_std"
    , COALESCE(
      CASE WHEN regexp_like("date_378__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_378__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_378__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_378__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_378__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_378__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_378__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_378__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_378__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_378__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_378_unixtime"
    , CASE WHEN regexp_like("email_384", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_384" END AS "email_384_std"
    , CASE WHEN "phone_385" IS NOT NULL THEN NULLIF(regexp_extract(CASE WHEN "phone_385__raw" LIKE '+%' THEN "phone_385__raw" WHEN "phone_385__raw" LIKE '00%' THEN concat('+', substr("phone_385__raw", 3)) ELSE concat('+', regexp_replace("phone_385__raw", '^1?([0-9]{10})$', '1$1')) END, '^[+][1-9][0-9]{7,14}$', 0), '') END AS "phone_385_std"
    , COALESCE(
      CASE WHEN regexp_like("date_386__raw", '^-?[0-9]{9,11}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_386__raw", '[.].*$', '') AS bigint) WHEN regexp_like("date_386__raw", '^-?[0-9]{12,14}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_386__raw", '[.].*$', '') AS bigint) / 1000 WHEN regexp_like("date_386__raw", '^-?[0-9]{15,17}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_386__raw", '[.].*$', '') AS bigint) / 1000000 WHEN regexp_like("date_386__raw", '^-?[0-9]{18,19}(?:[.][0-9]*)?$') THEN TRY_CAST(regexp_replace("date_386__raw", '[.].*$', '') AS bigint) / 1000000000 END,
      CASE WHEN regexp_like("date_386__raw", '^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}([T ]|$)') THEN TD_TIME_PARSE(trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace("date_386__raw", '^([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?:[T ]+|$)', '$1-$2-$3 '), '^(.{13}:[0-9]{2})(?![0-9:])', '$1:00'), '^(.{13}:[0-9]{2}:[0-9]{2})[.,][0-9]+', '$1'), '^(.{19} *[+-][0-9]{2})$', '$1:00')), 'UTC') END) AS "date_386_unixtime"
    , CASE WHEN regexp_like("email_392", '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$') THEN "email_392" END AS "email_392_std"
  FROM cleaned
),
hashed AS (
  SELECT *
    , lower(to_hex(sha256(to_utf8("email_std")))) AS "email_hash"
    , CASE WHEN "email_std" IS NOT NULL THEN 'TRUE' WHEN "email" IS NOT NULL THEN 'FALSE' END AS "email_valid"
    , lower(to_hex(sha256(to_utf8("phone_std")))) AS "phone_hash"
    , CASE WHEN "phone_std" IS NOT NULL THEN 'TRUE' WHEN "phone" IS NOT NULL THEN 'FALSE' END AS "phone_valid"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "created_at_std"
    , TD_TIME_FORMAT("created_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "created_at_date"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "updated_at_std"
    , TD_TIME_FORMAT("updated_at_unixtime", 'yyyy-MM-dd', 'UTC') AS "updated_at_date"
    , lower(to_hex(sha256(to_utf8("email_0_std")))) AS "email_0_hash"
    , CASE WHEN "email_0_std" IS NOT NULL THEN 'TRUE' WHEN "email_0" IS NOT NULL THEN 'FALSE' END AS "email_0_valid"
    , lower(to_hex(sha256(to_utf8("phone_1_std")))) AS "phone_1_hash"
    , CASE WHEN "phone_1_std" IS NOT NULL THEN 'TRUE' WHEN "phone_1" IS NOT NULL THEN 'FALSE' END AS "phone_1_valid"
    , TD_TIME_FORMAT("date_2_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_2_std"
    , TD_TIME_FORMAT("date_2_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_2_date"
    , lower(to_hex(sha256(to_utf8("email_8_std")))) AS "email_8_hash"
    , CASE WHEN "email_8_std" IS NOT NULL THEN 'TRUE' WHEN "email_8" IS NOT NULL THEN 'FALSE' END AS "email_8_valid"
    , lower(to_hex(sha256(to_utf8("phone_9_std")))) AS "phone_9_hash"
    , CASE WHEN "phone_9_std" IS NOT NULL THEN 'TRUE' WHEN "phone_9" IS NOT NULL THEN 'FALSE' END AS "phone_9_valid"
    , TD_TIME_FORMAT("date_10_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_10_std"
    , TD_TIME_FORMAT("date_10_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_10_date"
    , lower(to_hex(sha256(to_utf8("email_16_std")))) AS "email_16_hash"
    , CASE WHEN "email_16_std" IS NOT NULL THEN 'TRUE' WHEN "email_16" IS NOT NULL THEN 'FALSE' END AS "email_16_valid"
    , lower(to_hex(sha256(to_utf8("phone_17_std")))) AS "phone_17_hash"
    , CASE WHEN "phone_17_std" IS NOT NULL THEN 'TRUE' WHEN "phone_17" IS NOT NULL THEN 'FALSE' END AS "phone_17_valid"
    , TD_TIME_FORMAT("date_18_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_18_std"
    , TD_TIME_FORMAT("date_18_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_18_date"
    , lower(to_hex(sha256(to_utf8("email_24_std")))) AS "email_24_hash"
    , CASE WHEN "email_24_std" IS NOT NULL THEN 'TRUE' WHEN "email_24" IS NOT NULL THEN 'FALSE' END AS "email_24_valid"
    , lower(to_hex(sha256(to_utf8("phone_25_std")))) AS "phone_25_hash"
    , CASE WHEN "phone_25_std" IS NOT NULL THEN 'TRUE' WHEN "phone_25" IS NOT NULL THEN 'FALSE' END AS "phone_25_valid"
    , TD_TIME_FORMAT("date_26_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_26_std"
    , TD_TIME_FORMAT("date_26_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_26_date"
    , lower(to_hex(sha256(to_utf8("email_32_std")))) AS "email_32_hash"
    , CASE WHEN "email_32_std" IS NOT NULL THEN 'TRUE' WHEN "email_32" IS NOT NULL THEN 'FALSE' END AS "email_32_valid"
    , lower(to_hex(sha256(to_utf8("phone_33_std")))) AS "phone_33_hash"
    , CASE WHEN "phone_33_std" IS NOT NULL THEN 'TRUE' WHEN "phone_33" IS NOT NULL THEN 'FALSE' END AS "phone_33_valid"
    , TD_TIME_FORMAT("date_34_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_34_std"
    , TD_TIME_FORMAT("date_34_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_34_date"
    , lower(to_hex(sha256(to_utf8("email_40_std")))) AS "email_40_hash"
    , CASE WHEN "email_40_std" IS NOT NULL THEN 'TRUE' WHEN "email_40" IS NOT NULL THEN 'FALSE' END AS "email_40_valid"
    , lower(to_hex(sha256(to_utf8("phone_41_std")))) AS "phone_41_hash"
    , CASE WHEN "phone_41_std" IS NOT NULL THEN 'TRUE' WHEN "phone_41" IS NOT NULL THEN 'FALSE' END AS "phone_41_valid"
    , TD_TIME_FORMAT("date_42_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_42_std"
    , TD_TIME_FORMAT("date_42_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_42_date"
    , lower(to_hex(sha256(to_utf8("email_48_std")))) AS "email_48_hash"
    , CASE WHEN "email_48_std" IS NOT NULL THEN 'TRUE' WHEN "email_48" IS NOT NULL THEN 'FALSE' END AS "email_48_valid"
    , lower(to_hex(sha256(to_utf8("phone_49_std")))) AS "phone_49_hash"
    , CASE WHEN "phone_49_std" IS NOT NULL THEN 'TRUE' WHEN "phone_49" IS NOT NULL THEN 'FALSE' END AS "phone_49_valid"
    , TD_TIME_FORMAT("date_50_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_50_std"
    , TD_TIME_FORMAT("date_50_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_50_date"
    , lower(to_hex(sha256(to_utf8("email_56_std")))) AS "email_56_hash"
    , CASE WHEN "email_56_std" IS NOT NULL THEN 'TRUE' WHEN "email_56" IS NOT NULL THEN 'FALSE' END AS "email_56_valid"
    , lower(to_hex(sha256(to_utf8("phone_57_std")))) AS "phone_57_hash"
    , CASE WHEN "phone_57_std" IS NOT NULL THEN 'TRUE' WHEN "phone_57" IS NOT NULL THEN 'FALSE' END AS "phone_57_valid"
    , TD_TIME_FORMAT("date_58_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_58_std"
    , TD_TIME_FORMAT("date_58_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_58_date"
    , lower(to_hex(sha256(to_utf8("email_64_std")))) AS "email_64_hash"
    , CASE WHEN "email_64_std" IS NOT NULL THEN 'TRUE' WHEN "email_64" IS NOT NULL THEN 'FALSE' END AS "email_64_valid"
    , lower(to_hex(sha256(to_utf8("phone_65_std")))) AS "phone_65_hash"
    , CASE WHEN "phone_65_std" IS NOT NULL THEN 'TRUE' WHEN "phone_65" IS NOT NULL THEN 'FALSE' END AS "phone_65_valid"
    , TD_TIME_FORMAT("date_66_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_66_std"
    , TD_TIME_FORMAT("date_66_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_66_date"
    , lower(to_hex(sha256(to_utf8("email_72_std")))) AS "email_72_hash"
    , CASE WHEN "email_72_std" IS NOT NULL THEN 'TRUE' WHEN "email_72" IS NOT NULL THEN 'FALSE' END AS "email_72_valid"
    , lower(to_hex(sha256(to_utf8("phone_73_std")))) AS "phone_73_hash"
    , CASE WHEN "phone_73_std" IS NOT NULL THEN 'TRUE' WHEN "phone_73" IS NOT NULL THEN 'FALSE' END AS "phone_73_valid"
    , TD_TIME_FORMAT("date_74_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_74_std"
    , TD_TIME_FORMAT("date_74_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_74_date"
    , lower(to_hex(sha256(to_utf8("email_80_std")))) AS "email_80_hash"
    , CASE WHEN "email_80_std" IS NOT NULL THEN 'TRUE' WHEN "email_80" IS NOT NULL THEN 'FALSE' END AS "email_80_valid"
    , lower(to_hex(sha256(to_utf8("phone_81_std")))) AS "phone_81_hash"
    , CASE WHEN "phone_81_std" IS NOT NULL THEN 'TRUE' WHEN "phone_81" IS NOT NULL THEN 'FALSE' END AS "phone_81_valid"
    , TD_TIME_FORMAT("date_82_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_82_std"
    , TD_TIME_FORMAT("date_82_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_82_date"
    , lower(to_hex(sha256(to_utf8("email_88_std")))) AS "email_88_hash"
    , CASE WHEN "email_88_std" IS NOT NULL THEN 'TRUE' WHEN "email_88" IS NOT NULL THEN 'FALSE' END AS "email_88_valid"
    , lower(to_hex(sha256(to_utf8("phone_89_std")))) AS "phone_89_hash"
    , CASE WHEN "phone_89_std" IS NOT NULL THEN 'TRUE' WHEN "phone_89" IS NOT NULL THEN 'FALSE' END AS "phone_89_valid"
    , TD_TIME_FORMAT("date_90_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_90_std"
    , TD_TIME_FORMAT("date_90_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_90_date"
    , lower(to_hex(sha256(to_utf8("email_96_std")))) AS "email_96_hash"
    , CASE WHEN "email_96_std" IS NOT NULL THEN 'TRUE' WHEN "email_96" IS NOT NULL THEN 'FALSE' END AS "email_96_valid"
    , lower(to_hex(sha256(to_utf8("phone_97_std")))) AS "phone_97_hash"
    , CASE WHEN "phone_97_std" IS NOT NULL THEN 'TRUE' WHEN "phone_97" IS NOT NULL THEN 'FALSE' END AS "phone_97_valid"
    , TD_TIME_FORMAT("date_98_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_98_std"
    , TD_TIME_FORMAT("date_98_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_98_date"
    , lower(to_hex(sha256(to_utf8("email_104_std")))) AS "email_104_hash"
    , CASE WHEN "email_104_std" IS NOT NULL THEN 'TRUE' WHEN "email_104" IS NOT NULL THEN 'FALSE' END AS "email_104_valid"
    , lower(to_hex(sha256(to_utf8("phone_105_std")))) AS "phone_105_hash"
    , CASE WHEN "phone_105_std" IS NOT NULL THEN 'TRUE' WHEN "phone_105" IS NOT NULL THEN 'FALSE' END AS "phone_105_valid"
    , TD_TIME_FORMAT("date_106_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_106_std"
    , TD_TIME_FORMAT("date_106_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_106_date"
    , lower(to_hex(sha256(to_utf8("email_112_std")))) AS "email_112_hash"
    , CASE WHEN "email_112_std" IS NOT NULL THEN 'TRUE' WHEN "email_112" IS NOT NULL THEN 'FALSE' END AS "email_112_valid"
    , lower(to_hex(sha256(to_utf8("phone_113_std")))) AS "phone_113_hash"
    , CASE WHEN "phone_113_std" IS NOT NULL THEN 'TRUE' WHEN "phone_113" IS NOT NULL THEN 'FALSE' END AS "phone_113_valid"
    , TD_TIME_FORMAT("date_114_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_114_std"
    , TD_TIME_FORMAT("date_114_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_114_date"
    , lower(to_hex(sha256(to_utf8("email_120_std")))) AS "email_120_hash"
    , CASE WHEN "email_120_std" IS NOT NULL THEN 'TRUE' WHEN "email_120" IS NOT NULL THEN 'FALSE' END AS "email_120_valid"
    , lower(to_hex(sha256(to_utf8("phone_121_std")))) AS "phone_121_hash"
    , CASE WHEN "phone_121_std" IS NOT NULL THEN 'TRUE' WHEN "phone_121" IS NOT NULL THEN 'FALSE' END AS "phone_121_valid"
    , TD_TIME_FORMAT("date_122_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_122_std"
    , TD_TIME_FORMAT("date_122_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_122_date"
    , lower(to_hex(sha256(to_utf8("email_128_std")))) AS "email_128_hash"
    , CASE WHEN "email_128_std" IS NOT NULL THEN 'TRUE' WHEN "email_128" IS NOT NULL THEN 'FALSE' END AS "email_128_valid"
    , lower(to_hex(sha256(to_utf8("phone_129_std")))) AS "phone_129_hash"
    , CASE WHEN "phone_129_std" IS NOT NULL THEN 'TRUE' WHEN "phone_129" IS NOT NULL THEN 'FALSE' END AS "phone_129_valid"
    , TD_TIME_FORMAT("date_130_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_130_std"
    , TD_TIME_FORMAT("date_130_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_130_date"
    , lower(to_hex(sha256(to_utf8("email_136_std")))) AS "email_136_hash"
    , CASE WHEN "email_136_std" IS NOT NULL THEN 'TRUE' WHEN "email_136" IS NOT NULL THEN 'FALSE' END AS "email_136_valid"
    , lower(to_hex(sha256(to_utf8("phone_137_std")))) AS "phone_137_hash"
    , CASE WHEN "phone_137_std" IS NOT NULL THEN 'TRUE' WHEN "phone_137" IS NOT NULL THEN 'FALSE' END AS "phone_137_valid"
    , TD_TIME_FORMAT("date_138_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_138_std"
    , TD_TIME_FORMAT("date_138_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_138_date"
    , lower(to_hex(sha256(to_utf8("email_144_std")))) AS "email_144_hash"
    , CASE WHEN "email_144_std" IS NOT NULL THEN 'TRUE' WHEN "email_144" IS NOT NULL THEN 'FALSE' END AS "email_144_valid"
    , lower(to_hex(sha256(to_utf8("phone_145_std")))) AS "phone_145_hash"
    , CASE WHEN "phone_145_std" IS NOT NULL THEN 'TRUE' WHEN "phone_145" IS NOT NULL THEN 'FALSE' END AS "phone_145_valid"
    , TD_TIME_FORMAT("date_146_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_146_std"
    , TD_TIME_FORMAT("date_146_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_146_date"
    , lower(to_hex(sha256(to_utf8("email_152_std")))) AS "email_152_hash"
    , CASE WHEN "email_152_std" IS NOT NULL THEN 'TRUE' WHEN "email_152" IS NOT NULL THEN 'FALSE' END AS "email_152_valid"
    , lower(to_hex(sha256(to_utf8("phone_153_std")))) AS "phone_153_hash"
    , CASE WHEN "phone_153_std" IS NOT NULL THEN 'TRUE' WHEN "phone_153" IS NOT NULL THEN 'FALSE' END AS "phone_153_valid"
    , TD_TIME_FORMAT("date_154_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_154_std"
    , TD_TIME_FORMAT("date_154_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_154_date"
    , lower(to_hex(sha256(to_utf8("email_160_std")))) AS "email_160_hash"
    , CASE WHEN "email_160_std" IS NOT NULL THEN 'TRUE' WHEN "email_160" IS NOT NULL THEN 'FALSE' END AS "email_160_valid"
    , lower(to_hex(sha256(to_utf8("phone_161_std")))) AS "phone_161_hash"
    , CASE WHEN "phone_161_std" IS NOT NULL THEN 'TRUE' WHEN "phone_161" IS NOT NULL THEN 'FALSE' END AS "phone_161_valid"
    , TD_TIME_FORMAT("date_162_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_162_std"
    , TD_TIME_FORMAT("date_162_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_162_date"
    , lower(to_hex(sha256(to_utf8("email_168_std")))) AS "email_168_hash"
    , CASE WHEN "email_168_std" IS NOT NULL THEN 'TRUE' WHEN "email_168" IS NOT NULL THEN 'FALSE' END AS "email_168_valid"
    , lower(to_hex(sha256(to_utf8("phone_169_std")))) AS "phone_169_hash"
    , CASE WHEN "phone_169_std" IS NOT NULL THEN 'TRUE' WHEN "phone_169" IS NOT NULL THEN 'FALSE' END AS "phone_169_valid"
    , TD_TIME_FORMAT("date_170_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_170_std"
    , TD_TIME_FORMAT("date_170_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_170_date"
    , lower(to_hex(sha256(to_utf8("email_176_std")))) AS "email_176_hash"
    , CASE WHEN "email_176_std" IS NOT NULL THEN 'TRUE' WHEN "email_176" IS NOT NULL THEN 'FALSE' END AS "email_176_valid"
    , lower(to_hex(sha256(to_utf8("phone_177_std")))) AS "phone_177_hash"
    , CASE WHEN "phone_177_std" IS NOT NULL THEN 'TRUE' WHEN "phone_177" IS NOT NULL THEN 'FALSE' END AS "phone_177_valid"
    , TD_TIME_FORMAT("date_178_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_178_std"
    , TD_TIME_FORMAT("date_178_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_178_date"
    , lower(to_hex(sha256(to_utf8("email_184_std")))) AS "email_184_hash"
    , CASE WHEN "email_184_std" IS NOT NULL THEN 'TRUE' WHEN "email_184" IS NOT NULL THEN 'FALSE' END AS "email_184_valid"
    , lower(to_hex(sha256(to_utf8("phone_185_std")))) AS "phone_185_hash"
    , CASE WHEN "phone_185_std" IS NOT NULL THEN 'TRUE' WHEN "phone_185" IS NOT NULL THEN 'FALSE' END AS "phone_185_valid"
    , TD_TIME_FORMAT("date_186_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_186_std"
    , TD_TIME_FORMAT("date_186_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_186_date"
    , lower(to_hex(sha256(to_utf8("email_192_std")))) AS "email_192_hash"
    , CASE WHEN "email_192_std" IS NOT NULL THEN 'TRUE' WHEN "email_192" IS NOT NULL THEN 'FALSE' END AS "email_192_valid"
    , lower(to_hex(sha256(to_utf8("phone_193_std")))) AS "phone_193_hash"
    , CASE WHEN "phone_193_std" IS NOT NULL THEN 'TRUE' WHEN "phone_193" IS NOT NULL THEN 'FALSE' END AS "phone_193_valid"
    , TD_TIME_FORMAT("date_194_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_194_std"
    , TD_TIME_FORMAT("date_194_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_194_date"
    , lower(to_hex(sha256(to_utf8("email_200_std")))) AS "email_200_hash"
    , CASE WHEN "email_200_std" IS NOT NULL THEN 'TRUE' WHEN "email_200" IS NOT NULL THEN 'FALSE' END AS "email_200_valid"
    , lower(to_hex(sha256(to_utf8("phone_201_std")))) AS "phone_201_hash"
    , CASE WHEN "phone_201_std" IS NOT NULL THEN 'TRUE' WHEN "phone_201" IS NOT NULL THEN 'FALSE' END AS "phone_201_valid"
    , TD_TIME_FORMAT("date_202_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_202_std"
    , TD_TIME_FORMAT("date_202_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_202_date"
    , lower(to_hex(sha256(to_utf8("email_208_std")))) AS "email_208_hash"
    , CASE WHEN "email_208_std" IS NOT NULL THEN 'TRUE' WHEN "email_208" IS NOT NULL THEN 'FALSE' END AS "email_208_valid"
    , lower(to_hex(sha256(to_utf8("phone_209_std")))) AS "phone_209_hash"
    , CASE WHEN "phone_209_std" IS NOT NULL THEN 'TRUE' WHEN "phone_209" IS NOT NULL THEN 'FALSE' END AS "phone_209_valid"
    , TD_TIME_FORMAT("date_210_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_210_std"
    , TD_TIME_FORMAT("date_210_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_210_date"
    , lower(to_hex(sha256(to_utf8("email_216_std")))) AS "email_216_hash"
    , CASE WHEN "email_216_std" IS NOT NULL THEN 'TRUE' WHEN "email_216" IS NOT NULL THEN 'FALSE' END AS "email_216_valid"
    , lower(to_hex(sha256(to_utf8("phone_217_std")))) AS "phone_217_hash"
    , CASE WHEN "phone_217_std" IS NOT NULL THEN 'TRUE' WHEN "phone_217" IS NOT NULL THEN 'FALSE' END AS "phone_217_valid"
    , TD_TIME_FORMAT("date_218_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_218_std"
    , TD_TIME_FORMAT("date_218_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_218_date"
    , lower(to_hex(sha256(to_utf8("email_224_std")))) AS "email_224_hash"
    , CASE WHEN "email_224_std" IS NOT NULL THEN 'TRUE' WHEN "email_224" IS NOT NULL THEN 'FALSE' END AS "email_224_valid"
    , lower(to_hex(sha256(to_utf8("phone_225_std")))) AS "phone_225_hash"
    , CASE WHEN "phone_225_std" IS NOT NULL THEN 'TRUE' WHEN "phone_225" IS NOT NULL THEN 'FALSE' END AS "phone_225_valid"
    , TD_TIME_FORMAT("date_226_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_226_std"
    , TD_TIME_FORMAT("date_226_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_226_date"
    , lower(to_hex(sha256(to_utf8("email_232_std")))) AS "email_232_hash"
    , CASE WHEN "email_232_std" IS NOT NULL THEN 'TRUE' WHEN "email_232" IS NOT NULL THEN 'FALSE' END AS "email_232_valid"
    , lower(to_hex(sha256(to_utf8("phone_233_std")))) AS "phone_233_hash"
    , CASE WHEN "phone_233_std" IS NOT NULL THEN 'TRUE' WHEN "phone_233" IS NOT NULL THEN 'FALSE' END AS "phone_233_valid"
    , TD_TIME_FORMAT("date_234_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_234_std"
    , TD_TIME_FORMAT("date_234_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_234_date"
    , lower(to_hex(sha256(to_utf8("email_240_std")))) AS "email_240_hash"
    , CASE WHEN "email_240_std" IS NOT NULL THEN 'TRUE' WHEN "email_240" IS NOT NULL THEN 'FALSE' END AS "email_240_valid"
    , lower(to_hex(sha256(to_utf8("phone_241_std")))) AS "phone_241_hash"
    , CASE WHEN "phone_241_std" IS NOT NULL THEN 'TRUE' WHEN "phone_241" IS NOT NULL THEN 'FALSE' END AS "phone_241_valid"
    , TD_TIME_FORMAT("date_242_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_242_std"
    , TD_TIME_FORMAT("date_242_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_242_date"
    , lower(to_hex(sha256(to_utf8("email_248_std")))) AS "email_248_hash"
    , CASE WHEN "email_248_std" IS NOT NULL THEN 'TRUE' WHEN "email_248" IS NOT NULL THEN 'FALSE' END AS "email_248_valid"
    , lower(to_hex(sha256(to_utf8("phone_249_std")))) AS "phone_249_hash"
    , CASE WHEN "phone_249_std" IS NOT NULL THEN 'TRUE' WHEN "phone_249" IS NOT NULL THEN 'FALSE' END AS "phone_249_valid"
    , TD_TIME_FORMAT("date_250_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_250_std"
    , TD_TIME_FORMAT("date_250_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_250_date"
    , lower(to_hex(sha256(to_utf8("email_256_std")))) AS "email_256_hash"
    , CASE WHEN "email_256_std" IS NOT NULL THEN 'TRUE' WHEN "email_256" IS NOT NULL THEN 'FALSE' END AS "email_256_valid"
    , lower(to_hex(sha256(to_utf8("phone_257_std")))) AS "phone_257_hash"
    , CASE WHEN "phone_257_std" IS NOT NULL THEN 'TRUE' WHEN "phone_257" IS NOT NULL THEN 'FALSE' END AS "phone_257_valid"
    , TD_TIME_FORMAT("date_258_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_258_std"
    , TD_TIME_FORMAT("date_258_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_258_date"
    , lower(to_hex(sha256(to_utf8("email_264_std")))) AS "email_264_hash"
    , CASE WHEN "email_264_std" IS NOT NULL THEN 'TRUE' WHEN "email_264" IS NOT NULL THEN 'FALSE' END AS "email_264_valid"
    , lower(to_hex(sha256(to_utf8("phone_265_std")))) AS "phone_265_hash"
    , CASE WHEN "phone_265_std" IS NOT NULL THEN 'TRUE' WHEN "phone_265" IS NOT NULL THEN 'FALSE' END AS "phone_265_valid"
    , TD_TIME_FORMAT("date_266_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_266_std"
    , TD_TIME_FORMAT("date_266_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_266_date"
    , lower(to_hex(sha256(to_utf8("email_272_std")))) AS "email_272_hash"
    , CASE WHEN "email_272_std" IS NOT NULL THEN 'TRUE' WHEN "email_272" IS NOT NULL THEN 'FALSE' END AS "email_272_valid"
    , lower(to_hex(sha256(to_utf8("phone_273_std")))) AS "phone_273_hash"
    , CASE WHEN "phone_273_std" IS NOT NULL THEN 'TRUE' WHEN "phone_273" IS NOT NULL THEN 'FALSE' END AS "phone_273_valid"
    , TD_TIME_FORMAT("date_274_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_274_std"
    , TD_TIME_FORMAT("date_274_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_274_date"
    , lower(to_hex(sha256(to_utf8("email_280_std")))) AS "email_280_hash"
    , CASE WHEN "email_280_std" IS NOT NULL THEN 'TRUE' WHEN "email_280" IS NOT NULL THEN 'FALSE' END AS "email_280_valid"
    , lower(to_hex(sha256(to_utf8("phone_281_std")))) AS "phone_281_hash"
    , CASE WHEN "phone_281_std" IS NOT NULL THEN 'TRUE' WHEN "phone_281" IS NOT NULL THEN 'FALSE' END AS "phone_281_valid"
    , TD_TIME_FORMAT("date_282_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_282_std"
    , TD_TIME_FORMAT("date_282_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_282_date"
    , lower(to_hex(sha256(to_utf8("email_288_std")))) AS "email_288_hash"
    , CASE WHEN "email_288_std" IS NOT NULL THEN 'TRUE' WHEN "email_288" IS NOT NULL THEN 'FALSE' END AS "email_288_valid"
    , lower(to_hex(sha256(to_utf8("phone_289_std")))) AS "phone_289_hash"
    , CASE WHEN "phone_289_std" IS NOT NULL THEN 'TRUE' WHEN "phone_289" IS NOT NULL THEN 'FALSE' END AS "phone_289_valid"
    , TD_TIME_FORMAT("date_290_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_290_std"
    , TD_TIME_FORMAT("date_290_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_290_date"
    , lower(to_hex(sha256(to_utf8("email_296_std")))) AS "email_296_hash"
    , CASE WHEN "email_296_std" IS NOT NULL THEN 'TRUE' WHEN "email_296" IS NOT NULL THEN 'FALSE' END AS "email_296_valid"
    , lower(to_hex(sha256(to_utf8("phone_297_std")))) AS "phone_297_hash"
    , CASE WHEN "phone_297_std" IS NOT NULL THEN 'TRUE' WHEN "phone_297" IS NOT NULL THEN 'FALSE' END AS "phone_297_valid"
    , TD_TIME_FORMAT("date_298_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_298_std"
    , TD_TIME_FORMAT("date_298_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_298_date"
    , lower(to_hex(sha256(to_utf8("email_304_std")))) AS "email_304_hash"
    , CASE WHEN "email_304_std" IS NOT NULL THEN 'TRUE' WHEN "email_304" IS NOT NULL THEN 'FALSE' END AS "email_304_valid"
    , lower(to_hex(sha256(to_utf8("phone_305_std")))) AS "phone_305_hash"
    , CASE WHEN "phone_305_std" IS NOT NULL THEN 'TRUE' WHEN "phone_305" IS NOT NULL THEN 'FALSE' END AS "phone_305_valid"
    , TD_TIME_FORMAT("date_306_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_306_std"
    , TD_TIME_FORMAT("date_306_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_306_date"
    , lower(to_hex(sha256(to_utf8("email_312_std")))) AS "email_312_hash"
    , CASE WHEN "email_312_std" IS NOT NULL THEN 'TRUE' WHEN "email_312" IS NOT NULL THEN 'FALSE' END AS "email_312_valid"
    , lower(to_hex(sha256(to_utf8("phone_313_std")))) AS "phone_313_hash"
    , CASE WHEN "phone_313_std" IS NOT NULL THEN 'TRUE' WHEN "phone_313" IS NOT NULL THEN 'FALSE' END AS "phone_313_valid"
    , TD_TIME_FORMAT("date_314_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_314_std"
    , TD_TIME_FORMAT("date_314_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_314_date"
    , lower(to_hex(sha256(to_utf8("email_320_std")))) AS "email_320_hash"
    , CASE WHEN "email_320_std" IS NOT NULL THEN 'TRUE' WHEN "email_320" IS NOT NULL THEN 'FALSE' END AS "email_320_valid"
    , lower(to_hex(sha256(to_utf8("phone_321_std")))) AS "phone_321_hash"
    , CASE WHEN "phone_321_std" IS NOT NULL THEN 'TRUE' WHEN "phone_321" IS NOT NULL THEN 'FALSE' END AS "phone_321_valid"
    , TD_TIME_FORMAT("date_322_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_322_std"
    , TD_TIME_FORMAT("date_322_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_322_date"
    , lower(to_hex(sha256(to_utf8("email_328_std")))) AS "email_328_hash"
    , CASE WHEN "email_328_std" IS NOT NULL THEN 'TRUE' WHEN "email_328" IS NOT NULL THEN 'FALSE' END AS "email_328_valid"
    , lower(to_hex(sha256(to_utf8("phone_329_std")))) AS "phone_329_hash"
    , CASE WHEN "phone_329_std" IS NOT NULL THEN 'TRUE' WHEN "phone_329" IS NOT NULL THEN 'FALSE' END AS "phone_329_valid"
    , TD_TIME_FORMAT("date_330_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_330_std"
    , TD_TIME_FORMAT("date_330_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_330_date"
    , lower(to_hex(sha256(to_utf8("email_336_std")))) AS "email_336_hash"
    , CASE WHEN "email_336_std" IS NOT NULL THEN 'TRUE' WHEN "email_336" IS NOT NULL THEN 'FALSE' END AS "email_336_valid"
    , lower(to_hex(sha256(to_utf8("phone_337_std")))) AS "phone_337_hash"
    , CASE WHEN "phone_337_std" IS NOT NULL THEN 'TRUE' WHEN "phone_337" IS NOT NULL THEN 'FALSE' END AS "phone_337_valid"
    , TD_TIME_FORMAT("date_338_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_338_std"
    , TD_TIME_FORMAT("date_338_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_338_date"
    , lower(to_hex(sha256(to_utf8("email_344_std")))) AS "email_344_hash"
    , CASE WHEN "email_344_std" IS NOT NULL THEN 'TRUE' WHEN "email_344" IS NOT NULL THEN 'FALSE' END AS "email_344_valid"
    , lower(to_hex(sha256(to_utf8("phone_345_std")))) AS "phone_345_hash"
    , CASE WHEN "phone_345_std" IS NOT NULL THEN 'TRUE' WHEN "phone_345" IS NOT NULL THEN 'FALSE' END AS "phone_345_valid"
    , TD_TIME_FORMAT("date_346_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_346_std"
    , TD_TIME_FORMAT("date_346_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_346_date"
    , lower(to_hex(sha256(to_utf8("email_352_std")))) AS "email_352_hash"
    , CASE WHEN "email_352_std" IS NOT NULL THEN 'TRUE' WHEN "email_352" IS NOT NULL THEN 'FALSE' END AS "email_352_valid"
    , lower(to_hex(sha256(to_utf8("phone_353_std")))) AS "phone_353_hash"
    , CASE WHEN "phone_353_std" IS NOT NULL THEN 'TRUE' WHEN "phone_353" IS NOT NULL THEN 'FALSE' END AS "phone_353_valid"
    , TD_TIME_FORMAT("date_354_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_354_std"
    , TD_TIME_FORMAT("date_354_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_354_date"
    , lower(to_hex(sha256(to_utf8("email_360_std")))) AS "email_360_hash"
    , CASE WHEN "email_360_std" IS NOT NULL THEN 'TRUE' WHEN "email_360" IS NOT NULL THEN 'FALSE' END AS "email_360_valid"
    , lower(to_hex(sha256(to_utf8("phone_361_std")))) AS "phone_361_hash"
    , CASE WHEN "phone_361_std" IS NOT NULL THEN 'TRUE' WHEN "phone_361" IS NOT NULL THEN 'FALSE' END AS "phone_361_valid"
    , TD_TIME_FORMAT("date_362_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_362_std"
    , TD_TIME_FORMAT("date_362_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_362_date"
    , lower(to_hex(sha256(to_utf8("email_368_std")))) AS "email_368_hash"
    , CASE WHEN "email_368_std" IS NOT NULL THEN 'TRUE' WHEN "email_368" IS NOT NULL THEN 'FALSE' END AS "email_368_valid"
    , lower(to_hex(sha256(to_utf8("phone_369_std")))) AS "phone_369_hash"
    , CASE WHEN "phone_369_std" IS NOT NULL THEN 'TRUE' WHEN "phone_369" IS NOT NULL THEN 'FALSE' END AS "phone_369_valid"
    , TD_TIME_FORMAT("date_370_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_370_std"
    , TD_TIME_FORMAT("date_370_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_370_date"
    , lower(to_hex(sha256(to_utf8("email_376_std")))) AS "email_376_hash"
    , CASE WHEN "email_376_std" IS NOT NULL THEN 'TRUE' WHEN "email_376" IS NOT NULL THEN 'FALSE' END AS "email_376_valid"
    , lower(to_hex(sha256(to_utf8("phone_377_std")))) AS "phone_377_hash"
    , CASE WHEN "phone_377_std" IS NOT NULL THEN 'TRUE' WHEN "phone_377" IS NOT NULL THEN 'FALSE' END AS "phone_377_valid"
    , TD_TIME_FORMAT("date_378_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_378_std"
    , TD_TIME_FORMAT("date_378_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_378_date"
    , lower(to_hex(sha256(to_utf8("email_384_std")))) AS "email_384_hash"
    , CASE WHEN "email_384_std" IS NOT NULL THEN 'TRUE' WHEN "email_384" IS NOT NULL THEN 'FALSE' END AS "email_384_valid"
    , lower(to_hex(sha256(to_utf8("phone_385_std")))) AS "phone_385_hash"
    , CASE WHEN "phone_385_std" IS NOT NULL THEN 'TRUE' WHEN "phone_385" IS NOT NULL THEN 'FALSE' END AS "phone_385_valid"
    , TD_TIME_FORMAT("date_386_unixtime", 'yyyy-MM-dd HH:mm:ss', 'UTC') AS "date_386_std"
    , TD_TIME_FORMAT("date_386_unixtime", 'yyyy-MM-dd', 'UTC') AS "date_386_date"
    , lower(to_hex(sha256(to_utf8("email_392_std")))) AS "email_392_hash"
    , CASE WHEN "email_392_std" IS NOT NULL THEN 'TRUE' WHEN "email_392" IS NOT NULL THEN 'FALSE' END AS "email_392_valid"
    , 'shop' AS "source_system"
    , '${session_local_time}' AS "load_timestamp"
  FROM standardised
),
joined AS (
  SELECT h.*
  FROM hashed h
),
fingerprinted AS (
  SELECT *, lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id", "email", "phone", "first_name", "created_at", "updated_at", "properties", "email_0", "phone_1", "date_2", CAST("price_3" AS varchar), "is_4", "ref_5_id", CAST("count_6" AS varchar), "text_7", "email_8", "phone_9", "date_10", CAST("price_11" AS varchar), "is_12", "ref_13_id", CAST("count_14" AS varchar), "text_15", "email_16", "phone_17", "date_18", CAST("price_19" AS varchar), "is_20", "ref_21_id", CAST("count_22" AS varchar), "text_23", "email_24", "phone_25", "date_26", CAST("price_27" AS varchar), "is_28", "ref_29_id", CAST("count_30" AS varchar), "text_31", "email_32", "phone_33", "date_34", CAST("price_35" AS varchar), "is_36", "ref_37_id", CAST("count_38" AS varchar), "text_39", "email_40", "phone_41", "date_42", CAST("price_43" AS varchar), "is_44", "ref_45_id", CAST("count_46" AS varchar), "text_47", "email_48", "phone_49", "date_50", CAST("price_51" AS varchar), "is_52", "ref_53_id", CAST("count_54" AS varchar), "text_55", "email_56", "phone_57", "date_58", CAST("price_59" AS varchar), "is_60", "ref_61_id", CAST("count_62" AS varchar), "text_63", "email_64", "phone_65", "date_66", CAST("price_67" AS varchar), "is_68", "ref_69_id", CAST("count_70" AS varchar), "text_71", "email_72", "phone_73", "date_74", CAST("price_75" AS varchar), "is_76", "ref_77_id", CAST("count_78" AS varchar), "text_79", "email_80", "phone_81", "date_82", CAST("price_83" AS varchar), "is_84", "ref_85_id", CAST("count_86" AS varchar), "text_87", "email_88", "phone_89", "date_90", CAST("price_91" AS varchar), "is_92", "ref_93_id", CAST("count_94" AS varchar), "text_95", "email_96", "phone_97", "date_98", CAST("price_99" AS varchar), "is_100", "ref_101_id", CAST("count_102" AS varchar), "text_103", "email_104", "phone_105", "date_106", CAST("price_107" AS varchar), "is_108", "ref_109_id", CAST("count_110" AS varchar), "text_111", "email_112", "phone_113", "date_114", CAST("price_115" AS varchar), "is_116", "ref_117_id", CAST("count_118" AS varchar), "text_119", "email_120", "phone_121", "date_122", CAST("price_123" AS varchar), "is_124", "ref_125_id", CAST("count_126" AS varchar), "text_127", "email_128", "phone_129", "date_130", CAST("price_131" AS varchar), "is_132", "ref_133_id", CAST("count_134" AS varchar), "text_135", "email_136", "phone_137", "date_138", CAST("price_139" AS varchar), "is_140", "ref_141_id", CAST("count_142" AS varchar), "text_143", "email_144", "phone_145", "date_146", CAST("price_147" AS varchar), "is_148", "ref_149_id", CAST("count_150" AS varchar), "text_151", "email_152", "phone_153", "date_154", CAST("price_155" AS varchar), "is_156", "ref_157_id", CAST("count_158" AS varchar), "text_159", "email_160", "phone_161", "date_162", CAST("price_163" AS varchar), "is_164", "ref_165_id", CAST("count_166" AS varchar), "text_167", "email_168", "phone_169", "date_170", CAST("price_171" AS varchar), "is_172", "ref_173_id", CAST("count_174" AS varchar), "text_175", "email_176", "phone_177", "date_178", CAST("price_179" AS varchar), "is_180", "ref_181_id", CAST("count_182" AS varchar), "text_183", "email_184", "phone_185", "date_186", CAST("price_187" AS varchar), "is_188", "ref_189_id", CAST("count_190" AS varchar), "text_191", "email_192", "phone_193", "date_194", CAST("price_195" AS varchar), "is_196", "ref_197_id", CAST("count_198" AS varchar), "text_199", "email_200", "phone_201", "date_202", CAST("price_203" AS varchar), "is_204", "ref_205_id", CAST("count_206" AS varchar), "text_207", "email_208", "phone_209", "date_210", CAST("price_211" AS varchar), "is_212", "ref_213_id", CAST("count_214" AS varchar), "text_215", "email_216", "phone_217", "date_218", CAST("price_219" AS varchar), "is_220", "ref_221_id", CAST("count_222" AS varchar), "text_223", "email_224", "phone_225", "date_226", CAST("price_227" AS varchar), "is_228", "ref_229_id", CAST("count_230" AS varchar), "text_231", "email_232", "phone_233", "date_234", CAST("price_235" AS varchar), "is_236", "ref_237_id", CAST("count_238" AS varchar), "text_239", "email_240", "phone_241", "date_242", CAST("price_243" AS varchar), "is_244", "ref_245_id", CAST("count_246" AS varchar), "text_247", "email_248", "phone_249", "date_250", CAST("price_251" AS varchar), "is_252", "ref_253_id", CAST("count_254" AS varchar), "text_255", "email_256", "phone_257", "date_258", CAST("price_259" AS varchar), "is_260", "ref_261_id", CAST("count_262" AS varchar), "text_263", "email_264", "phone_265", "date_266", CAST("price_267" AS varchar), "is_268", "ref_269_id", CAST("count_270" AS varchar), "text_271", "email_272", "phone_273", "date_274", CAST("price_275" AS varchar), "is_276", "ref_277_id", CAST("count_278" AS varchar), "text_279", "email_280", "phone_281", "date_282", CAST("price_283" AS varchar), "is_284", "ref_285_id", CAST("count_286" AS varchar), "text_287", "email_288", "phone_289", "date_290", CAST("price_291" AS varchar), "is_292", "ref_293_id", CAST("count_294" AS varchar), "text_295", "email_296", "phone_297", "date_298", CAST("price_299" AS varchar), "is_300", "ref_301_id", CAST("count_302" AS varchar), "text_303", "email_304", "phone_305", "date_306", CAST("price_307" AS varchar), "is_308", "ref_309_id", CAST("count_310" AS varchar), "text_311", "email_312", "phone_313", "date_314", CAST("price_315" AS varchar), "is_316", "ref_317_id", CAST("count_318" AS varchar), "text_319", "email_320", "phone_321", "date_322", CAST("price_323" AS varchar), "is_324", "ref_325_id", CAST("count_326" AS varchar), "text_327", "email_328", "phone_329", "date_330", CAST("price_331" AS varchar), "is_332", "ref_333_id", CAST("count_334" AS varchar), "text_335", "email_336", "phone_337", "date_338", CAST("price_339" AS varchar), "is_340", "ref_341_id", CAST("count_342" AS varchar), "text_343", "email_344", "phone_345", "date_346", CAST("price_347" AS varchar), "is_348", "ref_349_id", CAST("count_350" AS varchar), "text_351", "email_352", "phone_353", "date_354", CAST("price_355" AS varchar), "is_356", "ref_357_id", CAST("count_358" AS varchar), "text_359", "email_360", "phone_361", "date_362", CAST("price_363" AS varchar), "is_364", "ref_365_id", CAST("count_366" AS varchar), "text_367", "email_368", "phone_369", "date_370", CAST("price_371" AS varchar), "is_372", "ref_373_id", CAST("count_374" AS varchar), "text_375", "email_376", "phone_377", "date_378", CAST("price_379" AS varchar), "is_380", "ref_381_id", CAST("count_382" AS varchar), "text_383", "email_384", "phone_385", "date_386", CAST("price_387" AS varchar), "is_388", "ref_389_id", CAST("count_390" AS varchar), "text_391", "email_392"] AS JSON)))))) AS "rowhash"
  FROM joined
),
keyed AS (
  SELECT *, CASE WHEN "id" IS NULL THEN concat('row:', "rowhash") ELSE lower(to_hex(sha256(to_utf8(json_format(CAST(ARRAY["id"] AS JSON)))))) END AS "keyhash"
  FROM fingerprinted
),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY "keyhash" ORDER BY "updated_at_unixtime" DESC NULLS LAST, "time" DESC, "rowhash") AS "key_rank"
  FROM keyed
)
SELECT
  "id",
  "email",
  "email_std",
  "email_hash",
  "email_valid",
  "phone",
  "phone_std",
  "phone_hash",
  "phone_valid",
  "updated_at",
  "updated_at_std",
  "updated_at_unixtime",
  "updated_at_date",
  "email_0",
  "email_0_std",
  "email_0_hash",
  "email_0_valid",
  "phone_1",
  "phone_1_std",
  "phone_1_hash",
  "phone_1_valid",
  "ref_5_id",
  "email_8",
  "email_8_std",
  "email_8_hash",
  "email_8_valid",
  "phone_9",
  "phone_9_std",
  "phone_9_hash",
  "phone_9_valid",
  "ref_13_id",
  "email_16",
  "email_16_std",
  "email_16_hash",
  "email_16_valid",
  "phone_17",
  "phone_17_std",
  "phone_17_hash",
  "phone_17_valid",
  "ref_21_id",
  "email_24",
  "email_24_std",
  "email_24_hash",
  "email_24_valid",
  "phone_25",
  "phone_25_std",
  "phone_25_hash",
  "phone_25_valid",
  "ref_29_id",
  "email_32",
  "email_32_std",
  "email_32_hash",
  "email_32_valid",
  "phone_33",
  "phone_33_std",
  "phone_33_hash",
  "phone_33_valid",
  "ref_37_id",
  "email_40",
  "email_40_std",
  "email_40_hash",
  "email_40_valid",
  "phone_41",
  "phone_41_std",
  "phone_41_hash",
  "phone_41_valid",
  "ref_45_id",
  "email_48",
  "email_48_std",
  "email_48_hash",
  "email_48_valid",
  "phone_49",
  "phone_49_std",
  "phone_49_hash",
  "phone_49_valid",
  "ref_53_id",
  "email_56",
  "email_56_std",
  "email_56_hash",
  "email_56_valid",
  "phone_57",
  "phone_57_std",
  "phone_57_hash",
  "phone_57_valid",
  "ref_61_id",
  "email_64",
  "email_64_std",
  "email_64_hash",
  "email_64_valid",
  "phone_65",
  "phone_65_std",
  "phone_65_hash",
  "phone_65_valid",
  "ref_69_id",
  "email_72",
  "email_72_std",
  "email_72_hash",
  "email_72_valid",
  "phone_73",
  "phone_73_std",
  "phone_73_hash",
  "phone_73_valid",
  "ref_77_id",
  "email_80",
  "email_80_std",
  "email_80_hash",
  "email_80_valid",
  "phone_81",
  "phone_81_std",
  "phone_81_hash",
  "phone_81_valid",
  "ref_85_id",
  "email_88",
  "email_88_std",
  "email_88_hash",
  "email_88_valid",
  "phone_89",
  "phone_89_std",
  "phone_89_hash",
  "phone_89_valid",
  "ref_93_id",
  "email_96",
  "email_96_std",
  "email_96_hash",
  "email_96_valid",
  "phone_97",
  "phone_97_std",
  "phone_97_hash",
  "phone_97_valid",
  "ref_101_id",
  "email_104",
  "email_104_std",
  "email_104_hash",
  "email_104_valid",
  "phone_105",
  "phone_105_std",
  "phone_105_hash",
  "phone_105_valid",
  "ref_109_id",
  "email_112",
  "email_112_std",
  "email_112_hash",
  "email_112_valid",
  "phone_113",
  "phone_113_std",
  "phone_113_hash",
  "phone_113_valid",
  "ref_117_id",
  "email_120",
  "email_120_std",
  "email_120_hash",
  "email_120_valid",
  "phone_121",
  "phone_121_std",
  "phone_121_hash",
  "phone_121_valid",
  "ref_125_id",
  "email_128",
  "email_128_std",
  "email_128_hash",
  "email_128_valid",
  "phone_129",
  "phone_129_std",
  "phone_129_hash",
  "phone_129_valid",
  "ref_133_id",
  "email_136",
  "email_136_std",
  "email_136_hash",
  "email_136_valid",
  "phone_137",
  "phone_137_std",
  "phone_137_hash",
  "phone_137_valid",
  "ref_141_id",
  "email_144",
  "email_144_std",
  "email_144_hash",
  "email_144_valid",
  "phone_145",
  "phone_145_std",
  "phone_145_hash",
  "phone_145_valid",
  "ref_149_id",
  "email_152",
  "email_152_std",
  "email_152_hash",
  "email_152_valid",
  "phone_153",
  "phone_153_std",
  "phone_153_hash",
  "phone_153_valid",
  "ref_157_id",
  "email_160",
  "record_origin",
  "time",
  "source_system",
  "load_timestamp",
  "rowhash",
  "keyhash"
FROM ranked
WHERE "key_rank" = 1
