CREATE TABLE `address_ban` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `address` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `jail` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `lifted_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `lifted_at` (`lifted_at`,`created_at`,`id`),
  KEY `address` (`address`,`jail`,`lifted_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `address_rule` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `network` varchar(49) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `effect` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `area` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `note` varchar(200) DEFAULT NULL,
  `expires_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `archived_at` (`archived_at`,`network`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `api_key` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `name` varchar(120) NOT NULL,
  `note` varchar(500) DEFAULT NULL,
  `owner_id` uuid NOT NULL,
  `owner_name` varchar(120) NOT NULL,
  `prefix` char(15) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `organisation_ids` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`organisation_ids`)),
  `scopes` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`scopes`)),
  `networks` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`networks`)),
  `requests_per_minute` int(11) NOT NULL,
  `expires_on` date NOT NULL,
  `issued_at` datetime(6) NOT NULL,
  `suspended_at` datetime(6) DEFAULT NULL,
  `suspended_for` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `revoked_at` datetime(6) DEFAULT NULL,
  `last_used_at` datetime(6) DEFAULT NULL,
  `last_used_ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`name`,`id`),
  KEY `owner_id` (`owner_id`),
  CONSTRAINT `api_key_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `api_key_ibfk_2` FOREIGN KEY (`owner_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `api_key_breach` (
  `id` uuid NOT NULL DEFAULT uuid(),
  `organisation_id` uuid NOT NULL,
  `api_key_id` uuid NOT NULL,
  `occurred_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `organisation_id` (`organisation_id`,`api_key_id`,`occurred_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `api_key_secret` (
  `id` char(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `organisation_id` uuid NOT NULL,
  `api_key_id` uuid NOT NULL,
  `hash` binary(32) NOT NULL,
  `issued_at` datetime(6) NOT NULL,
  `ends_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `organisation_id` (`organisation_id`,`api_key_id`),
  CONSTRAINT `api_key_secret_ibfk_1` FOREIGN KEY (`organisation_id`, `api_key_id`) REFERENCES `api_key` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `api_request` (
  `id` uuid NOT NULL,
  `organisation_id` uuid NOT NULL,
  `api_key_id` uuid NOT NULL,
  `occurred_at` datetime(6) NOT NULL,
  `method` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `endpoint` varchar(160) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `status` smallint(6) NOT NULL,
  `bytes` int(10) unsigned NOT NULL,
  `milliseconds` int(10) unsigned NOT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `request_id` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (`id`),
  KEY `by_time` (`organisation_id`,`occurred_at`,`id`),
  KEY `by_key` (`organisation_id`,`api_key_id`,`occurred_at`,`id`),
  KEY `by_age` (`occurred_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `api_usage` (
  `organisation_id` uuid NOT NULL,
  `api_key_id` uuid NOT NULL,
  `hour` datetime NOT NULL,
  `method` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `endpoint` varchar(160) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `status` smallint(6) NOT NULL,
  `requests` int(10) unsigned NOT NULL,
  `bytes` bigint(20) unsigned NOT NULL,
  `milliseconds` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`organisation_id`,`hour`,`api_key_id`,`method`,`endpoint`,`status`),
  KEY `by_age` (`hour`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `name` varchar(255) NOT NULL,
  `type` varchar(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `status` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `manufacturer_id` uuid DEFAULT NULL,
  `model_id` uuid DEFAULT NULL,
  `serial` varchar(120) DEFAULT NULL,
  `asset_tag` varchar(64) DEFAULT NULL,
  `external_id` varchar(120) DEFAULT NULL,
  `hostname` varchar(255) DEFAULT NULL,
  `os` varchar(255) DEFAULT NULL,
  `os_source` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `site_id` uuid DEFAULT NULL,
  `contact_id` uuid DEFAULT NULL,
  `parent_id` uuid DEFAULT NULL,
  `purchased_on` date DEFAULT NULL,
  `warranty_ends_on` date DEFAULT NULL,
  `end_of_life_on` date DEFAULT NULL,
  `price` bigint(20) DEFAULT NULL,
  `currency` char(3) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `notes` mediumtext DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`tags`)),
  `custom_fields` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`custom_fields`)),
  `field_sources` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`field_sources`)),
  `first_seen_at` datetime(6) DEFAULT NULL,
  `last_seen_at` datetime(6) DEFAULT NULL,
  `vanished_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `asset_tag_of_organisation` (`organisation_id`,`asset_tag`),
  UNIQUE KEY `external_id_of_organisation` (`organisation_id`,`external_id`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`name`,`id`),
  KEY `all_by_name` (`archived_at`,`name`,`id`,`organisation_id`),
  KEY `organisation_id_3` (`organisation_id`,`archived_at`,`type`,`name`,`id`),
  KEY `organisation_id_4` (`organisation_id`,`archived_at`,`status`,`name`,`id`),
  KEY `organisation_id_5` (`organisation_id`,`archived_at`,`updated_at`,`id`),
  KEY `organisation_id_6` (`organisation_id`,`archived_at`,`warranty_ends_on`,`id`),
  KEY `organisation_id_7` (`organisation_id`,`archived_at`,`last_seen_at`,`id`),
  KEY `organisation_id_8` (`organisation_id`,`serial`),
  KEY `manufacturer_id` (`manufacturer_id`),
  KEY `model_id` (`model_id`),
  KEY `organisation_id_9` (`organisation_id`,`site_id`),
  KEY `organisation_id_10` (`organisation_id`,`contact_id`),
  KEY `organisation_id_11` (`organisation_id`,`parent_id`),
  CONSTRAINT `asset_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `asset_ibfk_2` FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturer` (`id`),
  CONSTRAINT `asset_ibfk_3` FOREIGN KEY (`model_id`) REFERENCES `model` (`id`),
  CONSTRAINT `asset_ibfk_4` FOREIGN KEY (`organisation_id`, `site_id`) REFERENCES `site` (`organisation_id`, `id`),
  CONSTRAINT `asset_ibfk_5` FOREIGN KEY (`organisation_id`, `contact_id`) REFERENCES `contact` (`organisation_id`, `id`),
  CONSTRAINT `asset_ibfk_6` FOREIGN KEY (`organisation_id`, `parent_id`) REFERENCES `asset` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset_address` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `asset_id` uuid NOT NULL,
  `interface_id` uuid NOT NULL,
  `position` int(11) NOT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`asset_id`,`interface_id`,`position`),
  KEY `organisation_id_3` (`organisation_id`,`ip`),
  KEY `organisation_id_4` (`organisation_id`,`interface_id`),
  CONSTRAINT `asset_address_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `asset_address_ibfk_2` FOREIGN KEY (`organisation_id`, `asset_id`) REFERENCES `asset` (`organisation_id`, `id`),
  CONSTRAINT `asset_address_ibfk_3` FOREIGN KEY (`organisation_id`, `interface_id`) REFERENCES `asset_interface` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset_import` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `filename` varchar(255) NOT NULL,
  `uploaded_by` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `content` longblob NOT NULL,
  `refused_rows` longblob DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`created_at`),
  CONSTRAINT `asset_import_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset_interface` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `asset_id` uuid NOT NULL,
  `position` int(11) NOT NULL,
  `name` varchar(64) NOT NULL,
  `type` varchar(40) DEFAULT NULL,
  `mac` char(17) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `is_primary` tinyint(1) NOT NULL,
  `source` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `last_seen_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`asset_id`,`position`),
  KEY `organisation_id_3` (`organisation_id`,`mac`),
  CONSTRAINT `asset_interface_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `asset_interface_ibfk_2` FOREIGN KEY (`organisation_id`, `asset_id`) REFERENCES `asset` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset_observation` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `asset_id` uuid NOT NULL,
  `protocol` varchar(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `port` int(11) NOT NULL,
  `state` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `service` varchar(255) DEFAULT NULL,
  `product` varchar(255) DEFAULT NULL,
  `service_version` varchar(255) DEFAULT NULL,
  `probed` tinyint(1) NOT NULL,
  `first_seen_at` datetime(6) NOT NULL,
  `last_seen_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `observation_once` (`organisation_id`,`asset_id`,`protocol`,`port`),
  KEY `organisation_id_2` (`organisation_id`,`port`,`asset_id`),
  CONSTRAINT `asset_observation_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `asset_observation_ibfk_2` FOREIGN KEY (`organisation_id`, `asset_id`) REFERENCES `asset` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `asset_status_change` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `asset_id` uuid NOT NULL,
  `from_status` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `to_status` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `reason` varchar(500) DEFAULT NULL,
  `by_id` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `by_name` varchar(255) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`asset_id`,`created_at`),
  CONSTRAINT `asset_status_change_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `asset_status_change_ibfk_2` FOREIGN KEY (`organisation_id`, `asset_id`) REFERENCES `asset` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `backup_recipient` (
  `id` uuid NOT NULL,
  `kind` varchar(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `name` varchar(120) NOT NULL,
  `recipient` varchar(120) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `added_at` datetime(6) NOT NULL,
  `added_name` varchar(255) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `recipient` (`recipient`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `backup_run` (
  `id` uuid NOT NULL,
  `name` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `place` varchar(500) NOT NULL,
  `bytes` bigint(20) unsigned NOT NULL DEFAULT 0,
  `row_count` bigint(20) unsigned NOT NULL DEFAULT 0,
  `started_at` datetime(6) NOT NULL,
  `made_at` datetime(6) DEFAULT NULL,
  `verified_at` datetime(6) DEFAULT NULL,
  `restore_ms` int(10) unsigned DEFAULT NULL,
  `problem` varchar(1000) DEFAULT NULL,
  `removed_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`),
  KEY `started_at` (`started_at`),
  KEY `verified_at` (`verified_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `backup_target` (
  `half` varchar(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `place` varchar(500) NOT NULL,
  `looked_at` datetime(6) NOT NULL,
  `problem` varchar(1000) DEFAULT NULL,
  `backups` int(10) unsigned NOT NULL DEFAULT 0,
  `verified_from` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`half`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `breach_watch` (
  `organisation_id` uuid NOT NULL,
  `since` datetime(6) NOT NULL,
  `by_name` varchar(120) NOT NULL,
  PRIMARY KEY (`organisation_id`),
  CONSTRAINT `breach_watch_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `break_glass_account` (
  `user_id` uuid NOT NULL,
  PRIMARY KEY (`user_id`),
  CONSTRAINT `break_glass_account_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `contact` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `person_id` uuid NOT NULL,
  `name` varchar(255) NOT NULL,
  `first_name` varchar(120) DEFAULT NULL,
  `last_name` varchar(120) DEFAULT NULL,
  `sort_name` varchar(255) NOT NULL,
  `title` varchar(120) DEFAULT NULL,
  `department` varchar(120) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `other_emails` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`other_emails`)),
  `is_primary` tinyint(1) NOT NULL,
  `is_billing` tinyint(1) NOT NULL,
  `is_technical` tinyint(1) NOT NULL,
  `notes` mediumtext DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`tags`)),
  `site_id` uuid DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`person_id`),
  KEY `organisation_id_3` (`organisation_id`,`archived_at`,`sort_name`,`id`),
  KEY `organisation_id_4` (`organisation_id`,`email`),
  KEY `organisation_id_5` (`organisation_id`,`site_id`),
  CONSTRAINT `contact_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `contact_ibfk_2` FOREIGN KEY (`organisation_id`, `site_id`) REFERENCES `site` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `contact_phone` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `contact_id` uuid NOT NULL,
  `position` int(11) NOT NULL,
  `kind` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `number` varchar(40) NOT NULL,
  `extension` varchar(16) DEFAULT NULL,
  `digits` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`contact_id`,`position`),
  KEY `organisation_id_3` (`organisation_id`,`digits`),
  CONSTRAINT `contact_phone_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `contact_phone_ibfk_2` FOREIGN KEY (`organisation_id`, `contact_id`) REFERENCES `contact` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `country_file` (
  `id` uuid NOT NULL,
  `part` int(11) NOT NULL,
  `content` mediumblob NOT NULL,
  PRIMARY KEY (`id`,`part`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `name` varchar(255) NOT NULL,
  `type` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `folder_id` uuid DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`tags`)),
  `expires_on` date DEFAULT NULL,
  `secret_version` int(10) unsigned NOT NULL DEFAULT 0,
  `secret_changed_at` datetime(6) DEFAULT NULL,
  `strength` tinyint(4) DEFAULT NULL,
  `reuse_index` binary(16) DEFAULT NULL,
  `reuse_key` int(10) unsigned DEFAULT NULL,
  `next_reuse_index` binary(16) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`name`,`id`),
  KEY `organisation_id_3` (`organisation_id`,`reuse_index`),
  KEY `organisation_id_4` (`organisation_id`,`expires_on`),
  KEY `organisation_id_5` (`organisation_id`,`folder_id`),
  CONSTRAINT `credential_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `credential_ibfk_2` FOREIGN KEY (`organisation_id`, `folder_id`) REFERENCES `vault_folder` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential_breach` (
  `organisation_id` uuid NOT NULL,
  `credential_id` uuid NOT NULL,
  `revision` int(10) unsigned NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `checked_at` datetime(6) NOT NULL,
  PRIMARY KEY (`organisation_id`,`credential_id`),
  CONSTRAINT `credential_breach_ibfk_1` FOREIGN KEY (`organisation_id`, `credential_id`) REFERENCES `credential` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential_field` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `credential_id` uuid NOT NULL,
  `field` varchar(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `class` char(1) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `revision` int(10) unsigned NOT NULL,
  `blob` mediumblob NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`credential_id`,`field`),
  CONSTRAINT `credential_field_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `credential_field_ibfk_2` FOREIGN KEY (`organisation_id`, `credential_id`) REFERENCES `credential` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential_link` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `credential_id` uuid NOT NULL,
  `target_type` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `target_id` uuid NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`credential_id`,`target_type`,`target_id`),
  KEY `organisation_id_3` (`organisation_id`,`target_id`),
  CONSTRAINT `credential_link_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `credential_link_ibfk_2` FOREIGN KEY (`organisation_id`, `credential_id`) REFERENCES `credential` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential_past_field` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `credential_id` uuid NOT NULL,
  `field` varchar(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `class` char(1) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `revision` int(10) unsigned NOT NULL,
  `blob` mediumblob NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`credential_id`,`field`,`revision`),
  CONSTRAINT `credential_past_field_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `credential_past_field_ibfk_2` FOREIGN KEY (`organisation_id`, `credential_id`) REFERENCES `credential` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `credential_version` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `credential_id` uuid NOT NULL,
  `revision` int(10) unsigned NOT NULL,
  `author_id` uuid DEFAULT NULL,
  `author_name` varchar(255) DEFAULT NULL,
  `changed` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`changed`)),
  `fields` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`fields`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`credential_id`,`revision`),
  CONSTRAINT `credential_version_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `credential_version_ibfk_2` FOREIGN KEY (`organisation_id`, `credential_id`) REFERENCES `credential` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `custom_field` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `asset_types` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`asset_types`)),
  `slug` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `label` varchar(120) NOT NULL,
  `type` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `required` tinyint(1) NOT NULL,
  `lower_limit` varchar(40) DEFAULT NULL,
  `upper_limit` varchar(40) DEFAULT NULL,
  `pattern` varchar(200) DEFAULT NULL,
  `options` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`options`)),
  `relates_to` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `position` int(11) NOT NULL,
  `help` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `custom_field_slug` (`organisation_id`,`slug`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`position`,`id`),
  CONSTRAINT `custom_field_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `directory_departure` (
  `connection_id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `left_at` datetime(6) NOT NULL,
  `user_version` int(11) NOT NULL DEFAULT 0,
  `state_before` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'active',
  PRIMARY KEY (`connection_id`,`user_id`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `directory_departure_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`),
  CONSTRAINT `directory_departure_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `directory_sync` (
  `id` uuid NOT NULL,
  `connection_id` uuid NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `dry_run` tinyint(4) NOT NULL,
  `asked_by` varchar(120) DEFAULT NULL,
  `started_at` datetime(6) NOT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `problem` varchar(1000) DEFAULT NULL,
  `counts` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`counts`)),
  `changes` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`changes`)),
  `job_id` uuid DEFAULT NULL,
  `accepted_id` uuid DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `connection_id` (`connection_id`,`started_at`),
  CONSTRAINT `directory_sync_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `directory_turn` (
  `connection_id` uuid NOT NULL,
  `job_id` uuid NOT NULL,
  `taken_at` datetime(6) NOT NULL,
  PRIMARY KEY (`connection_id`),
  CONSTRAINT `directory_turn_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `email_change` (
  `user_id` uuid NOT NULL,
  `email` varchar(254) NOT NULL,
  `confirm_hash` binary(32) NOT NULL,
  `stop_hash` binary(32) NOT NULL,
  `stamp` binary(32) NOT NULL,
  `asked_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`),
  UNIQUE KEY `confirm_hash` (`confirm_hash`),
  UNIQUE KEY `stop_hash` (`stop_hash`),
  KEY `expires_at` (`expires_at`),
  CONSTRAINT `email_change_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event` (
  `n` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `id` uuid NOT NULL,
  `occurred_at` datetime(6) NOT NULL DEFAULT '1970-01-01 00:00:00.000000',
  `recorded_at` datetime(6) NOT NULL,
  `category` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `action` varchar(80) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `outcome` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `actor_type` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `actor_id` uuid DEFAULT NULL,
  `actor_name` varchar(255) DEFAULT NULL,
  `session_id` uuid DEFAULT NULL,
  `organisation_id` uuid DEFAULT NULL,
  `target_type` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `target_id` uuid DEFAULT NULL,
  `target_label` varchar(255) DEFAULT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `user_agent` varchar(255) DEFAULT NULL,
  `request_id` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `changes` longtext DEFAULT NULL,
  `details` longtext DEFAULT NULL,
  `node` char(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `node_seq` bigint(20) unsigned NOT NULL,
  `mac` binary(32) NOT NULL,
  PRIMARY KEY (`n`),
  UNIQUE KEY `id` (`id`),
  UNIQUE KEY `node` (`node`,`node_seq`),
  KEY `organisation_id` (`organisation_id`,`n`),
  KEY `target_id` (`target_id`,`n`),
  KEY `request_id` (`request_id`),
  KEY `actor_id` (`actor_id`,`n`),
  KEY `by_time` (`organisation_id`,`occurred_at`,`category`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event_checkpoint` (
  `size` bigint(20) unsigned NOT NULL,
  `note` text NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`size`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event_epoch` (
  `number` int(10) unsigned NOT NULL,
  `first_seq` bigint(20) unsigned NOT NULL,
  `last_seq` bigint(20) unsigned NOT NULL,
  `note` text NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`number`),
  UNIQUE KEY `last_seq` (`last_seq`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event_follower` (
  `name` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `seq` bigint(20) unsigned NOT NULL,
  `n` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event_seal` (
  `seq` bigint(20) unsigned NOT NULL,
  `event_n` bigint(20) unsigned NOT NULL,
  `row_hash` binary(32) NOT NULL,
  `hash` binary(32) NOT NULL,
  PRIMARY KEY (`seq`),
  UNIQUE KEY `event_n` (`event_n`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `event_tally` (
  `organisation_id` uuid NOT NULL,
  `span` char(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `at` datetime NOT NULL,
  `category` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `total` int(10) unsigned NOT NULL,
  PRIMARY KEY (`organisation_id`,`span`,`at`,`category`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `external_identity` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `connection_id` uuid NOT NULL,
  `subject_hash` binary(32) NOT NULL,
  `subject` varchar(1024) NOT NULL,
  `user_id` uuid DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `display_name` varchar(120) DEFAULT NULL,
  `last_seen_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `connection_id` (`connection_id`,`subject_hash`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `external_identity_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`),
  CONSTRAINT `external_identity_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `group_mapping` (
  `id` uuid NOT NULL,
  `connection_id` uuid NOT NULL,
  `group_value` varchar(500) NOT NULL,
  `organisation_id` uuid NOT NULL,
  `role_id` uuid NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `connection_id` (`connection_id`,`group_value`,`organisation_id`,`role_id`),
  KEY `organisation_id` (`organisation_id`),
  KEY `role_id` (`role_id`),
  CONSTRAINT `group_mapping_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`),
  CONSTRAINT `group_mapping_ibfk_2` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `group_mapping_ibfk_3` FOREIGN KEY (`role_id`) REFERENCES `role` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `idempotent_answer` (
  `id` binary(32) NOT NULL,
  `fingerprint` binary(32) NOT NULL,
  `status` smallint(6) NOT NULL,
  `body` longtext DEFAULT NULL,
  `expires_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `expires_at` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `inspected` (
  `source` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) NOT NULL,
  `inspection_id` uuid NOT NULL,
  PRIMARY KEY (`source`,`subject`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `inspection` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `source` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) NOT NULL,
  `taken_at` datetime(6) NOT NULL,
  `known_at` datetime(6) DEFAULT NULL,
  `packages` int(11) DEFAULT NULL,
  `updates` int(11) DEFAULT NULL,
  `critical` int(11) NOT NULL,
  `high` int(11) NOT NULL,
  `medium` int(11) NOT NULL,
  `low` int(11) NOT NULL,
  `unrated` int(11) NOT NULL,
  `appeared` int(11) NOT NULL,
  `vanished` int(11) NOT NULL,
  `problem` varchar(500) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `taken_at` (`taken_at`,`id`),
  KEY `source` (`source`,`taken_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `invitation` (
  `organisation_id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `invited_by` uuid DEFAULT NULL,
  `invited_by_name` varchar(120) NOT NULL,
  `sent_at` datetime(6) NOT NULL,
  PRIMARY KEY (`organisation_id`,`user_id`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `invitation_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `invitation_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `job` (
  `id` uuid NOT NULL,
  `name` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `pace` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) DEFAULT NULL,
  `input` longblob DEFAULT NULL,
  `actor_type` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `actor_id` uuid NOT NULL,
  `actor_name` varchar(255) NOT NULL,
  `acts_in` uuid DEFAULT NULL,
  `request_id` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `unique_key` varchar(120) DEFAULT NULL,
  `due_at` datetime(6) NOT NULL,
  `attempt` int(11) NOT NULL DEFAULT 0,
  `attempts` int(11) NOT NULL,
  `worker` uuid DEFAULT NULL,
  `lease_until` datetime(6) DEFAULT NULL,
  `handed_at` datetime(6) DEFAULT NULL,
  `cancel_asked` tinyint(4) NOT NULL DEFAULT 0,
  `progress_done` bigint(20) DEFAULT NULL,
  `progress_total` bigint(20) DEFAULT NULL,
  `progress_unit` varchar(40) DEFAULT NULL,
  `progress_message` varchar(255) DEFAULT NULL,
  `result` longtext DEFAULT NULL,
  `problems` longtext DEFAULT NULL,
  `error_code` varchar(80) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `error_detail` varchar(1000) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `started_at` datetime(6) DEFAULT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `expires_at` datetime(6) DEFAULT NULL,
  `changed_at` datetime(6) NOT NULL,
  `active_key` varchar(120) GENERATED ALWAYS AS (if(`state` in ('queued','running'),`unique_key`,NULL)) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `one_at_a_time` (`name`,`active_key`),
  KEY `claims` (`state`,`pace`,`due_at`,`id`),
  KEY `actor_id` (`actor_id`,`created_at`,`id`),
  KEY `created_at` (`created_at`,`id`),
  KEY `name_2` (`name`,`created_at`),
  KEY `changed_at` (`changed_at`),
  KEY `expires_at` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `job_file` (
  `job_id` uuid NOT NULL,
  `part` int(11) NOT NULL,
  `content` mediumblob NOT NULL,
  PRIMARY KEY (`job_id`,`part`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `job_schedule` (
  `name` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `cron` varchar(120) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `time_zone` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `chosen` tinyint(4) NOT NULL DEFAULT 0,
  `paused` tinyint(4) NOT NULL DEFAULT 0,
  `next_at` datetime(6) NOT NULL,
  `last_at` datetime(6) DEFAULT NULL,
  `last_job_id` uuid DEFAULT NULL,
  PRIMARY KEY (`name`),
  KEY `paused` (`paused`,`next_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `key_epoch` (
  `one` tinyint(4) NOT NULL,
  `epoch` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`one`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `key_rotation` (
  `id` uuid NOT NULL,
  `owner_id` uuid NOT NULL,
  `purpose` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `from_version` int(10) unsigned NOT NULL,
  `to_version` int(10) unsigned NOT NULL,
  `reason` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `total` int(10) unsigned NOT NULL,
  `done` int(10) unsigned NOT NULL,
  `dead` int(10) unsigned NOT NULL DEFAULT 0,
  `started_at` datetime(6) NOT NULL,
  `rested_at` datetime(6) DEFAULT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `running` tinyint(4) GENERATED ALWAYS AS (if(`finished_at` is null,1,NULL)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `owner_id` (`owner_id`,`purpose`,`running`),
  KEY `finished_at` (`finished_at`,`started_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `key_use` (
  `owner_id` uuid NOT NULL,
  `purpose` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `key_version` int(10) unsigned NOT NULL,
  `writes` bigint(20) unsigned NOT NULL,
  PRIMARY KEY (`owner_id`,`purpose`,`key_version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `lease` (
  `name` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `holder` uuid NOT NULL,
  `term` bigint(20) unsigned NOT NULL,
  `held_until` datetime(6) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `mail` (
  `id` uuid NOT NULL,
  `recipient` varchar(254) NOT NULL,
  `template` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `tries` int(11) NOT NULL DEFAULT 0,
  `answer` varchar(500) DEFAULT NULL,
  `job_id` uuid DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  `sent_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `created_at` (`created_at`,`id`),
  KEY `state` (`state`,`created_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `manufacturer` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `name` varchar(120) NOT NULL,
  `website` varchar(500) DEFAULT NULL,
  `support_url` varchar(500) DEFAULT NULL,
  `support_phone` varchar(64) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `membership` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `role_id` uuid NOT NULL,
  `user_name` varchar(120) NOT NULL,
  `valid_from` date DEFAULT NULL,
  `valid_until` date DEFAULT NULL,
  `source` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'local',
  `connection_id` uuid DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`user_id`,`role_id`),
  KEY `user_id` (`user_id`),
  KEY `role_id` (`role_id`),
  CONSTRAINT `membership_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `membership_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`),
  CONSTRAINT `membership_ibfk_3` FOREIGN KEY (`role_id`) REFERENCES `role` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `model` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `manufacturer_id` uuid NOT NULL,
  `name` varchar(120) NOT NULL,
  `part_number` varchar(255) DEFAULT NULL,
  `slug` varchar(255) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `type` varchar(32) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `u_height` decimal(4,1) NOT NULL,
  `full_depth` tinyint(1) NOT NULL,
  `max_watts` int(11) DEFAULT NULL,
  `ports` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`ports`)),
  `source` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `notes` mediumtext DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `slug` (`slug`),
  UNIQUE KEY `manufacturer_id` (`manufacturer_id`,`name`),
  KEY `name` (`name`,`id`),
  KEY `part_number` (`part_number`),
  CONSTRAINT `model_ibfk_1` FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturer` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `node_status` (
  `id` uuid NOT NULL,
  `name` varchar(120) NOT NULL,
  `role` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `started_at` datetime(6) NOT NULL,
  `seen_at` datetime(6) NOT NULL,
  `root_keys` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`root_keys`)),
  `key_epoch` bigint(20) unsigned NOT NULL,
  `sealed_because` varchar(500) DEFAULT NULL,
  `version` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `traits` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`traits`)),
  PRIMARY KEY (`id`),
  KEY `seen_at` (`seen_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `organisation` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `name` varchar(255) NOT NULL,
  `slug` varchar(63) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `type` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `legal_name` varchar(255) DEFAULT NULL,
  `tax_id` varchar(64) DEFAULT NULL,
  `street` varchar(255) DEFAULT NULL,
  `street2` varchar(255) DEFAULT NULL,
  `postal_code` varchar(32) DEFAULT NULL,
  `city` varchar(120) DEFAULT NULL,
  `state` varchar(120) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `phone` varchar(64) DEFAULT NULL,
  `email` varchar(254) DEFAULT NULL,
  `website` varchar(500) DEFAULT NULL,
  `colour` char(7) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `read_me_first` mediumtext DEFAULT NULL,
  `tags` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`tags`)),
  `logo` varchar(22) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `slug` (`slug`),
  KEY `name` (`name`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `organisation_key` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `purpose` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `key_version` int(10) unsigned NOT NULL,
  `state` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `wrapped` varbinary(128) NOT NULL,
  `canary` varbinary(256) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `organisation_id_2` (`organisation_id`,`purpose`,`key_version`),
  CONSTRAINT `organisation_key_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `organisation_logo` (
  `organisation_id` uuid NOT NULL,
  `picture` mediumblob NOT NULL,
  PRIMARY KEY (`organisation_id`),
  CONSTRAINT `organisation_logo_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `perimeter_tally` (
  `day` date NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `label` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `total` int(10) unsigned NOT NULL,
  PRIMARY KEY (`day`,`kind`,`label`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `platform_key` (
  `id` uuid NOT NULL DEFAULT uuid(),
  `organisation_id` uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  `purpose` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `key_version` int(11) NOT NULL,
  `wrapped` varbinary(128) NOT NULL,
  `state` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'active',
  `canary` varbinary(256) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL DEFAULT utc_timestamp(6),
  `updated_at` datetime(6) NOT NULL DEFAULT utc_timestamp(6),
  PRIMARY KEY (`purpose`,`key_version`),
  UNIQUE KEY `id` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `platform_setting` (
  `name` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `value` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`value`)),
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `rate_limit` (
  `id` binary(32) NOT NULL,
  `due` double NOT NULL,
  `allowed` tinyint(4) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `due` (`due`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `record_mark` (
  `user_id` uuid NOT NULL,
  `kind` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `record_id` uuid NOT NULL,
  `organisation_id` uuid NOT NULL,
  `marked_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`,`kind`,`record_id`),
  KEY `record_mark_by_time` (`user_id`,`kind`,`marked_at`),
  KEY `organisation_id` (`organisation_id`),
  CONSTRAINT `record_mark_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`),
  CONSTRAINT `record_mark_ibfk_2` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `recovery_code` (
  `hash` binary(32) NOT NULL,
  `user_id` uuid NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`hash`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `recovery_code_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `recovery_kit` (
  `id` uuid NOT NULL,
  `kit` char(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `made_at` datetime(6) NOT NULL,
  `made_name` varchar(255) NOT NULL,
  `root_keys` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`root_keys`)),
  `rehearsed_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `made_at` (`made_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `refresh_token` (
  `hash` binary(32) NOT NULL,
  `session_id` uuid NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`hash`),
  KEY `session_id` (`session_id`),
  CONSTRAINT `refresh_token_ibfk_1` FOREIGN KEY (`session_id`) REFERENCES `session` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `relation` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `source_type` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `source_id` uuid NOT NULL,
  `target_type` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `target_id` uuid NOT NULL,
  `note` varchar(500) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `relation_once` (`organisation_id`,`source_id`,`target_id`,`kind`),
  KEY `organisation_id_2` (`organisation_id`,`target_id`),
  CONSTRAINT `relation_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `role` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `name` varchar(80) NOT NULL,
  `description` varchar(300) DEFAULT NULL,
  `template` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `require_mfa` tinyint(4) NOT NULL DEFAULT 0,
  `permissions` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`permissions`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`),
  UNIQUE KEY `template` (`template`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `root_key` (
  `id` uuid NOT NULL,
  `version` int(10) unsigned NOT NULL,
  `key_check` char(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `activated_at` datetime(6) DEFAULT NULL,
  `retired_at` datetime(6) DEFAULT NULL,
  `one` tinyint(4) GENERATED ALWAYS AS (if(`state` = 'active',1,NULL)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `version` (`version`),
  UNIQUE KEY `one` (`one`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `saml_certificate_warning` (
  `connection_id` uuid NOT NULL,
  `fingerprint` char(95) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `trouble` varchar(15) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `warned_at` datetime(6) NOT NULL,
  PRIMARY KEY (`connection_id`,`fingerprint`,`trouble`),
  CONSTRAINT `saml_certificate_warning_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `saml_key` (
  `id` uuid NOT NULL,
  `key_use` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `certificate` text CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `sealed` blob NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `key_use` (`key_use`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `saved_view` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `user_id` uuid NOT NULL,
  `organisation_id` uuid DEFAULT NULL,
  `list` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `name` varchar(80) NOT NULL,
  `query` varchar(4000) NOT NULL,
  `columns` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`columns`)),
  `group_by` varchar(60) DEFAULT NULL,
  `shared` tinyint(4) NOT NULL DEFAULT 0,
  `standard` tinyint(4) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `saved_view_by_user` (`user_id`,`list`),
  KEY `saved_view_by_team` (`shared`,`organisation_id`,`list`),
  KEY `organisation_id` (`organisation_id`),
  CONSTRAINT `saved_view_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`),
  CONSTRAINT `saved_view_ibfk_2` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `scan` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `filename` varchar(255) NOT NULL,
  `size` int(11) NOT NULL,
  `sha256` char(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `scanner` varchar(255) NOT NULL,
  `args` mediumtext NOT NULL,
  `started_at` datetime(6) DEFAULT NULL,
  `finished_at` datetime(6) DEFAULT NULL,
  `complete` tinyint(1) NOT NULL,
  `documents` int(11) NOT NULL,
  `warnings` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`warnings`)),
  `host_count` int(11) NOT NULL,
  `hosts_up` int(11) NOT NULL,
  `state` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `uploaded_by` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `uploaded_by_name` varchar(255) NOT NULL,
  `accepted_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `scan_of_organisation` (`organisation_id`,`sha256`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`created_at`,`id`),
  CONSTRAINT `scan_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `scan_host` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `scan_id` uuid NOT NULL,
  `position` int(11) NOT NULL,
  `address` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `host` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`host`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`scan_id`,`position`),
  CONSTRAINT `scan_host_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `scan_host_ibfk_2` FOREIGN KEY (`organisation_id`, `scan_id`) REFERENCES `scan` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `schema_migration` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `timestamp` bigint(20) NOT NULL,
  `name` varchar(255) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `search_entry` (
  `id` uuid NOT NULL,
  `organisation_id` uuid NOT NULL,
  `type` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `title` varchar(255) NOT NULL,
  `subtitle` varchar(255) DEFAULT NULL,
  `archived` tinyint(4) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  CONSTRAINT `search_entry_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `search_word` (
  `organisation_id` uuid NOT NULL,
  `type` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `word` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `entry_id` uuid NOT NULL,
  `source_id` uuid NOT NULL,
  PRIMARY KEY (`organisation_id`,`type`,`word`,`entry_id`,`source_id`),
  KEY `by_word` (`type`,`word`,`organisation_id`,`entry_id`),
  KEY `by_entry` (`entry_id`,`word`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `security_tally` (
  `span` char(4) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `at` datetime NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `label` varchar(20) NOT NULL,
  `total` int(10) unsigned NOT NULL,
  PRIMARY KEY (`span`,`at`,`kind`,`label`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `session` (
  `id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `scope` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `interactive` tinyint(4) NOT NULL,
  `amr` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`amr`)),
  `authenticated_at` datetime(6) NOT NULL,
  `stepped_up` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`stepped_up`)),
  `last_seen_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `revoked_at` datetime(6) DEFAULT NULL,
  `ip` varchar(45) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `user_agent` varchar(255) DEFAULT NULL,
  `entry_id` uuid DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `user_id` (`user_id`,`revoked_at`),
  KEY `session_entry` (`entry_id`),
  CONSTRAINT `session_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `shredding` (
  `id` uuid NOT NULL,
  `owner_id` uuid NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `reason` varchar(500) NOT NULL,
  `asked_by` uuid NOT NULL,
  `asked_name` varchar(255) NOT NULL,
  `asked_at` datetime(6) NOT NULL,
  `approved_by` uuid DEFAULT NULL,
  `approved_name` varchar(255) DEFAULT NULL,
  `approved_at` datetime(6) DEFAULT NULL,
  `due_at` datetime(6) DEFAULT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `copies_until` datetime(6) DEFAULT NULL,
  `running` tinyint(4) GENERATED ALWAYS AS (if(`ended_at` is null,1,NULL)) VIRTUAL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `owner_id` (`owner_id`,`running`),
  KEY `state` (`state`,`due_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sight` (
  `session_id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `organisation_id` uuid NOT NULL,
  `seen_user_id` uuid DEFAULT NULL,
  `role_id` uuid DEFAULT NULL,
  `until` datetime(6) NOT NULL,
  PRIMARY KEY (`session_id`),
  KEY `until` (`until`),
  KEY `user_id` (`user_id`),
  KEY `organisation_id` (`organisation_id`),
  KEY `seen_user_id` (`seen_user_id`),
  KEY `role_id` (`role_id`),
  CONSTRAINT `sight_ibfk_1` FOREIGN KEY (`session_id`) REFERENCES `session` (`id`),
  CONSTRAINT `sight_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`),
  CONSTRAINT `sight_ibfk_3` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `sight_ibfk_4` FOREIGN KEY (`seen_user_id`) REFERENCES `user_account` (`id`),
  CONSTRAINT `sight_ibfk_5` FOREIGN KEY (`role_id`) REFERENCES `role` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_attack` (
  `id` uuid NOT NULL,
  `open` tinyint(4) DEFAULT NULL,
  `began_at` datetime(6) NOT NULL,
  `last_over_at` datetime(6) NOT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `peak` int(10) unsigned NOT NULL,
  `asked` int(10) unsigned NOT NULL,
  `answered` int(10) unsigned NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `open` (`open`),
  KEY `began_at` (`began_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_attempt` (
  `id` uuid NOT NULL,
  `state_hash` binary(32) NOT NULL,
  `connection_id` uuid NOT NULL,
  `purpose` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `user_id` uuid DEFAULT NULL,
  `session_id` uuid DEFAULT NULL,
  `step_up_class` varchar(30) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `return_to` varchar(2000) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  `outcome` mediumblob DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `state_hash` (`state_hash`),
  KEY `expires_at` (`expires_at`),
  KEY `connection_id` (`connection_id`),
  CONSTRAINT `sign_in_attempt_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_connection` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `kind` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `name` varchar(120) NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `position` int(11) NOT NULL,
  `button_label` varchar(80) DEFAULT NULL,
  `button_shown` tinyint(4) NOT NULL,
  `jit` tinyint(4) NOT NULL,
  `mfa_trusted` tinyint(4) NOT NULL,
  `mfa_amr` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`mfa_amr`)),
  `mfa_acr` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`mfa_acr`)),
  `config` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`config`)),
  PRIMARY KEY (`id`),
  KEY `position` (`position`,`name`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_connection_health` (
  `connection_id` uuid NOT NULL,
  `tested_fingerprint` binary(32) DEFAULT NULL,
  `tested_at` datetime(6) DEFAULT NULL,
  `last_sign_in_at` datetime(6) DEFAULT NULL,
  `problem_code` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `problem_detail` varchar(1000) DEFAULT NULL,
  `problem_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`connection_id`),
  CONSTRAINT `sign_in_connection_health_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_connection_secret` (
  `connection_id` uuid NOT NULL,
  `field` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `sealed` blob NOT NULL,
  `revision` int(11) NOT NULL,
  PRIMARY KEY (`connection_id`,`field`),
  CONSTRAINT `sign_in_connection_secret_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_country` (
  `user_id` uuid NOT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `last_seen_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`,`country`),
  CONSTRAINT `sign_in_country_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_domain` (
  `domain` varchar(253) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `connection_id` uuid NOT NULL,
  `enforced_from` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`domain`),
  KEY `connection_id` (`connection_id`),
  CONSTRAINT `sign_in_domain_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_entry` (
  `id` uuid NOT NULL,
  `connection_id` uuid NOT NULL,
  `identity_id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `provider_session` binary(32) DEFAULT NULL,
  `provider_hint` mediumblob DEFAULT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `connection_id` (`connection_id`,`provider_session`),
  KEY `identity_id` (`identity_id`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `sign_in_entry_ibfk_1` FOREIGN KEY (`connection_id`) REFERENCES `sign_in_connection` (`id`),
  CONSTRAINT `sign_in_entry_ibfk_2` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_link` (
  `hash` binary(32) NOT NULL,
  `kind` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `user_id` uuid DEFAULT NULL,
  `expires_at` datetime(6) NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  `mail_id` uuid DEFAULT NULL,
  PRIMARY KEY (`hash`),
  KEY `user_id` (`user_id`,`kind`),
  CONSTRAINT `sign_in_link_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_pressure` (
  `minute` int(10) unsigned NOT NULL,
  `failures` int(10) unsigned NOT NULL,
  `asked` int(10) unsigned NOT NULL,
  `answered` int(10) unsigned NOT NULL,
  `attacked` tinyint(4) NOT NULL,
  PRIMARY KEY (`minute`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `sign_in_slowdown` (
  `id` binary(32) NOT NULL,
  `failures` int(11) NOT NULL,
  `blocked_until` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `kind` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL DEFAULT 'password',
  `user_id` uuid DEFAULT NULL,
  `place` varchar(60) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `blocked_until` (`blocked_until`),
  KEY `updated_at` (`updated_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `site` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `name` varchar(255) NOT NULL,
  `type` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `status` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `street` varchar(255) DEFAULT NULL,
  `street2` varchar(255) DEFAULT NULL,
  `postal_code` varchar(32) DEFAULT NULL,
  `city` varchar(120) DEFAULT NULL,
  `state` varchar(120) DEFAULT NULL,
  `country` char(2) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `time_zone` varchar(64) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `opening_hours` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`opening_hours`)),
  `phone` varchar(64) DEFAULT NULL,
  `latitude` decimal(9,6) DEFAULT NULL,
  `longitude` decimal(9,6) DEFAULT NULL,
  `notes` mediumtext DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  KEY `organisation_id_2` (`organisation_id`,`archived_at`,`name`,`id`),
  CONSTRAINT `site_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `spent_challenge` (
  `hash` binary(32) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  PRIMARY KEY (`hash`),
  KEY `expires_at` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `update_request` (
  `id` uuid NOT NULL,
  `file` varchar(130) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `sha256` char(64) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `version` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `from_version` varchar(40) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `state` varchar(12) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `says` varchar(1000) DEFAULT NULL,
  `requested_at` datetime(6) NOT NULL,
  `requested_name` varchar(255) NOT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `state` (`state`),
  KEY `requested_at` (`requested_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `used_assertion` (
  `hash` binary(32) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  PRIMARY KEY (`hash`),
  KEY `expires_at` (`expires_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `user_account` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `email` varchar(254) NOT NULL,
  `name` varchar(120) NOT NULL,
  `state` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `platform_admin` tinyint(4) NOT NULL DEFAULT 0,
  `require_mfa` tinyint(4) NOT NULL DEFAULT 0,
  `authz_epoch` int(11) NOT NULL DEFAULT 1,
  `preferences` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`preferences`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  KEY `user_by_name` (`name`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `user_passkey` (
  `id` uuid NOT NULL,
  `user_id` uuid NOT NULL,
  `name` varchar(60) NOT NULL,
  `credential_id` varbinary(1023) NOT NULL,
  `public_key` varbinary(1024) NOT NULL,
  `counter` bigint(20) NOT NULL,
  `transports` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`transports`)),
  `synced` tinyint(4) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `last_used_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `credential_id` (`credential_id`),
  KEY `user_id` (`user_id`),
  CONSTRAINT `user_passkey_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `user_password` (
  `user_id` uuid NOT NULL,
  `hash` varchar(300) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `changed_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`),
  CONSTRAINT `user_password_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `user_totp` (
  `user_id` uuid NOT NULL,
  `state` varchar(8) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `seed` varbinary(512) NOT NULL,
  `last_step` bigint(20) NOT NULL DEFAULT 0,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`user_id`,`state`),
  CONSTRAINT `user_totp_ibfk_1` FOREIGN KEY (`user_id`) REFERENCES `user_account` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `vault_folder` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `organisation_id` uuid NOT NULL,
  `name` varchar(120) NOT NULL,
  `parent_id` uuid DEFAULT NULL,
  `place` uuid GENERATED ALWAYS AS (ifnull(`parent_id`,`organisation_id`)) VIRTUAL,
  `reason_required` tinyint(4) NOT NULL DEFAULT 0,
  `step_up_minutes` tinyint(4) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `organisation_id` (`organisation_id`,`id`),
  UNIQUE KEY `vault_folder_name` (`organisation_id`,`place`,`name`),
  KEY `organisation_id_2` (`organisation_id`,`parent_id`),
  CONSTRAINT `vault_folder_ibfk_1` FOREIGN KEY (`organisation_id`) REFERENCES `organisation` (`id`),
  CONSTRAINT `vault_folder_ibfk_2` FOREIGN KEY (`organisation_id`, `parent_id`) REFERENCES `vault_folder` (`organisation_id`, `id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE `weakness` (
  `id` uuid NOT NULL,
  `version` int(11) NOT NULL DEFAULT 1,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `archived_at` datetime(6) DEFAULT NULL,
  `source` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `subject` varchar(255) NOT NULL,
  `identity` binary(32) NOT NULL,
  `kind` varchar(20) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `severity` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `severity_rank` tinyint(4) NOT NULL,
  `package` varchar(200) NOT NULL,
  `installed` varchar(200) DEFAULT NULL,
  `fixed_in` varchar(200) DEFAULT NULL,
  `reference` varchar(200) DEFAULT NULL,
  `title` varchar(300) NOT NULL,
  `url` varchar(500) DEFAULT NULL,
  `first_seen_at` datetime(6) NOT NULL,
  `last_seen_at` datetime(6) NOT NULL,
  `gone_at` datetime(6) DEFAULT NULL,
  `decision` varchar(10) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  `reason` varchar(500) DEFAULT NULL,
  `decided_until` datetime(6) DEFAULT NULL,
  `decided_at` datetime(6) DEFAULT NULL,
  `decided_name` varchar(255) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `source` (`source`,`subject`,`identity`),
  KEY `severity_rank` (`severity_rank`,`package`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
