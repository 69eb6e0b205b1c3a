// @generated automatically by Diesel CLI.

diesel::table! {
    about (id) {
        id -> Int4,
        json_dump -> Varchar,
        timestamp -> Timestamp,
        lang -> Varchar,
    }
}

diesel::table! {
    about_banner (id) {
        id -> Int4,
        image -> Varchar,
        timestamp -> Timestamp,
        lang -> Varchar,
    }
}

diesel::table! {
    account_reset (user_id) {
        user_id -> Uuid,
        tokens_valid_after -> Timestamptz,
    }
}

diesel::table! {
    analytics (id) {
        id -> Int4,
        #[sql_name = "type"]
        type_ -> Varchar,
        payload -> Json,
        metadata -> Json,
        date_created -> Timestamp,
    }
}

diesel::table! {
    app_event (id) {
        id -> Int4,
        local_id -> Uuid,
        #[sql_name = "type"]
        type_ -> Varchar,
        payload -> Json,
        metadata -> Json,
        user_id -> Nullable<Varchar>,
        created_at -> Timestamp,
    }
}

diesel::table! {
    article (id) {
        id -> Uuid,
        category -> Varchar,
        subcategory -> Varchar,
        article_heading -> Varchar,
        article_text -> Varchar,
        date_created -> Timestamp,
        live -> Bool,
        lang -> Varchar,
        sortingKey -> Int4,
        voiceOverKey -> Nullable<Text>,
        isAgeRestricted -> Nullable<Bool>,
        ageRestrictionLevel -> Nullable<Int4>,
        contentFilter -> Nullable<Int4>,
    }
}

diesel::table! {
    audit_entry (id) {
        id -> Int8,
        at -> Timestamptz,
        editor_id -> Nullable<Int4>,
        editor_name -> Text,
        act -> Text,
        item -> Text,
        detail -> Text,
    }
}

diesel::table! {
    avatar_messages (id) {
        id -> Uuid,
        content -> Varchar,
        live -> Bool,
        lang -> Varchar,
    }
}

diesel::table! {
    category (id) {
        id -> Uuid,
        title -> Varchar,
        primary_emoji -> Varchar,
        primary_emoji_name -> Varchar,
        lang -> Varchar,
        sortingKey -> Int4,
    }
}

diesel::table! {
    content_change (id) {
        id -> Int8,
        kind -> Text,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    deleted_suggestion (id) {
        id -> Uuid,
        name -> Varchar,
        dateRec -> Varchar,
        organization -> Varchar,
        platform -> Varchar,
        reason -> Varchar,
        email -> Varchar,
        status -> Varchar,
        content -> Varchar,
        lang -> Varchar,
        deletion -> Uuid,
        deleted_at -> Timestamptz,
    }
}

diesel::table! {
    did_you_know (id) {
        id -> Uuid,
        title -> Varchar,
        content -> Varchar,
        isAgeRestricted -> Nullable<Bool>,
        live -> Bool,
        lang -> Varchar,
        ageRestrictionLevel -> Nullable<Int4>,
        contentFilter -> Nullable<Int4>,
    }
}

diesel::table! {
    editor (user_id) {
        user_id -> Int4,
        languages -> Nullable<Array<Nullable<Text>>>,
        interface_language -> Nullable<Text>,
        last_sign_in_at -> Nullable<Timestamptz>,
        deactivated_at -> Nullable<Timestamptz>,
        kept_password -> Nullable<Text>,
        reset_token_hash -> Nullable<Bytea>,
        reset_expires_at -> Nullable<Timestamptz>,
        totp_secret -> Nullable<Bytea>,
        totp_confirmed_at -> Nullable<Timestamptz>,
        totp_last_step -> Nullable<Int8>,
    }
}

diesel::table! {
    editor_recovery_code (user_id, code_hash) {
        user_id -> Int4,
        code_hash -> Bytea,
    }
}

diesel::table! {
    editor_session (id) {
        id -> Int8,
        key_hash -> Bytea,
        editor_id -> Nullable<Int4>,
        state -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        user_agent -> Text,
        address_key -> Nullable<Bytea>,
    }
}

diesel::table! {
    help_center (id) {
        id -> Int4,
        title -> Varchar,
        caption -> Varchar,
        contactOne -> Varchar,
        contactTwo -> Varchar,
        address -> Varchar,
        website -> Varchar,
        lang -> Varchar,
        region -> Nullable<Text>,
        subRegion -> Nullable<Text>,
        isAvailableNationwide -> Nullable<Bool>,
        primaryAttributeId -> Nullable<Int4>,
        otherAttributes -> Nullable<Text>,
        isActive -> Nullable<Bool>,
        sortingKey -> Int4,
    }
}

diesel::table! {
    help_center_attribute (id) {
        id -> Int4,
        name -> Varchar,
        emoji -> Varchar,
        isActive -> Nullable<Bool>,
        lang -> Varchar,
    }
}

diesel::table! {
    kept_store (user_id) {
        user_id -> Uuid,
        store -> Nullable<Json>,
        kept_at -> Timestamptz,
    }
}

diesel::table! {
    known_address (account_key, address_key) {
        account_key -> Bytea,
        address_key -> Bytea,
        last_success_at -> Timestamptz,
    }
}

diesel::table! {
    notification (id) {
        id -> Int4,
        title -> Varchar,
        content -> Varchar,
        date_sent -> Varchar,
        status -> Varchar,
        lang -> Varchar,
    }
}

diesel::table! {
    oky_user (id) {
        id -> Uuid,
        date_of_birth -> Timestamp,
        gender -> Varchar,
        location -> Varchar,
        country -> Nullable<Varchar>,
        province -> Nullable<Varchar>,
        store -> Nullable<Json>,
        nameHash -> Varchar,
        passwordHash -> Varchar,
        memorableQuestion -> Varchar,
        memorableAnswer -> Varchar,
        date_signed_up -> Nullable<Timestamp>,
        date_account_saved -> Nullable<Timestamp>,
        metadata -> Nullable<Json>,
        avatar -> Nullable<Json>,
    }
}

diesel::table! {
    permanent_notification (id) {
        id -> Int4,
        message -> Varchar,
        isPermanent -> Bool,
        live -> Bool,
        lang -> Varchar,
        versions -> Varchar,
    }
}

diesel::table! {
    privacy_policy (id) {
        id -> Int4,
        json_dump -> Varchar,
        timestamp -> Timestamp,
        lang -> Varchar,
    }
}

diesel::table! {
    question (id) {
        id -> Uuid,
        #[sql_name = "question"]
        question_ -> Varchar,
        option1 -> Varchar,
        option2 -> Varchar,
        option3 -> Varchar,
        option4 -> Varchar,
        option5 -> Varchar,
        response -> Varchar,
        is_multiple -> Nullable<Bool>,
        next_question -> Json,
        sort_number -> Varchar,
        surveyId -> Uuid,
    }
}

diesel::table! {
    quiz (id) {
        id -> Uuid,
        topic -> Varchar,
        question -> Varchar,
        option1 -> Varchar,
        option2 -> Varchar,
        option3 -> Varchar,
        right_answer -> Varchar,
        wrong_answer_response -> Varchar,
        right_answer_response -> Varchar,
        isAgeRestricted -> Nullable<Bool>,
        live -> Bool,
        date_created -> Timestamp,
        lang -> Varchar,
        ageRestrictionLevel -> Nullable<Int4>,
        contentFilter -> Nullable<Int4>,
    }
}

diesel::table! {
    revision (id) {
        id -> Int8,
        change_set -> Uuid,
        item_table -> Text,
        item_id -> Text,
        lang -> Text,
        action -> Text,
        editor_id -> Nullable<Int4>,
        editor_name -> Text,
        at -> Timestamptz,
        before -> Nullable<Json>,
        after -> Nullable<Json>,
        settled_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    sign_in_failure (id) {
        id -> Int8,
        account_key -> Bytea,
        address_key -> Bytea,
        purpose -> Int2,
        failed_at -> Timestamptz,
    }
}

diesel::table! {
    subcategory (id) {
        id -> Uuid,
        title -> Varchar,
        parent_category -> Varchar,
        lang -> Varchar,
        sortingKey -> Int4,
    }
}

diesel::table! {
    suggestion (id) {
        id -> Uuid,
        name -> Varchar,
        dateRec -> Varchar,
        organization -> Varchar,
        platform -> Varchar,
        reason -> Varchar,
        email -> Varchar,
        status -> Varchar,
        content -> Varchar,
        lang -> Varchar,
    }
}

diesel::table! {
    survey (id) {
        id -> Uuid,
        question -> Varchar,
        option1 -> Varchar,
        option2 -> Varchar,
        option3 -> Varchar,
        option4 -> Varchar,
        option5 -> Varchar,
        response -> Varchar,
        live -> Bool,
        date_created -> Timestamp,
        lang -> Varchar,
        isAgeRestricted -> Nullable<Bool>,
        is_multiple -> Nullable<Bool>,
        ageRestrictionLevel -> Nullable<Int4>,
        contentFilter -> Nullable<Int4>,
    }
}

diesel::table! {
    survey_completion (user_id, survey_id) {
        user_id -> Text,
        survey_id -> Text,
    }
}

diesel::table! {
    terms_and_conditions (id) {
        id -> Int4,
        json_dump -> Varchar,
        timestamp -> Timestamp,
        lang -> Varchar,
    }
}

diesel::table! {
    user (id) {
        id -> Int4,
        username -> Varchar,
        password -> Varchar,
        lang -> Varchar,
        date_created -> Varchar,
        #[sql_name = "type"]
        type_ -> Varchar,
    }
}

diesel::table! {
    video (id) {
        id -> Uuid,
        title -> Varchar,
        youtubeId -> Nullable<Varchar>,
        assetName -> Nullable<Varchar>,
        live -> Bool,
        date_created -> Timestamp,
        lang -> Varchar,
        sortingKey -> Int4,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    about,
    about_banner,
    account_reset,
    analytics,
    app_event,
    article,
    audit_entry,
    avatar_messages,
    category,
    content_change,
    deleted_suggestion,
    did_you_know,
    editor,
    editor_recovery_code,
    editor_session,
    help_center,
    help_center_attribute,
    kept_store,
    known_address,
    notification,
    oky_user,
    permanent_notification,
    privacy_policy,
    question,
    quiz,
    revision,
    sign_in_failure,
    subcategory,
    suggestion,
    survey,
    survey_completion,
    terms_and_conditions,
    user,
    video,
);
