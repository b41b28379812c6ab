-- Generated from templates/staging/queries/{table}_create.sql: crm_profiles_stg, and the columns it has gained since.
CREATE TABLE IF NOT EXISTS "acme_stg"."crm_profiles_stg" (
  "id" varchar,
  "email" varchar,
  "email_std" varchar,
  "email_hash" varchar,
  "email_valid" varchar,
  "phone_number" varchar,
  "phone_number_std" varchar,
  "phone_number_hash" varchar,
  "phone_number_valid" varchar,
  "first_name" varchar,
  "last_name" varchar,
  "city" varchar,
  "birthday" varchar,
  "birthday_std" varchar,
  "birthday_unixtime" bigint,
  "birthday_date" varchar,
  "subscribed" varchar,
  "properties" varchar,
  "properties_loyalty_tier" varchar,
  "properties_loyalty_points" varchar,
  "properties_tags" array(varchar),
  "created" varchar,
  "created_std" varchar,
  "created_unixtime" bigint,
  "created_date" varchar,
  "updated" varchar,
  "updated_std" varchar,
  "updated_unixtime" bigint,
  "updated_date" varchar,
  "cluster" varchar,
  "record_origin" varchar,
  "time" bigint,
  "source_system" varchar,
  "load_timestamp" varchar,
  "rowhash" varchar,
  "keyhash" varchar
);
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "id" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "email" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "email_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "email_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "email_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "phone_number" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "phone_number_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "phone_number_hash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "phone_number_valid" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "first_name" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "last_name" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "city" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "birthday" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "birthday_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "birthday_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "birthday_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "subscribed" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "properties" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "properties_loyalty_tier" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "properties_loyalty_points" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "properties_tags" array(varchar);
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "created" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "created_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "created_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "created_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "updated" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "updated_std" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "updated_unixtime" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "updated_date" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "cluster" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "record_origin" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "time" bigint;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "source_system" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "load_timestamp" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "rowhash" varchar;
ALTER TABLE IF EXISTS "acme_stg"."crm_profiles_stg" ADD COLUMN IF NOT EXISTS "keyhash" varchar;
